"""Whether a figure is a fact, or only meant to become one.

A cue (力争, 计划, 预计, 达产后) governs its clause and those that follow, up to the full stop or to
a word that brings the reader back to facts (已, 目前, 实现了).

    力争 全年新增企业4户 ， 商贸企业9户 ， …      all targets
    目前 已完成投资7亿元 ， 计划于2019年建成      a fact, though a plan follows
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from summarizer.analysis.figures import Figure
from summarizer.analysis.lexicon import Sort
from summarizer.analysis.runs import Name
from summarizer.analysis.sentences import Sentence
from summarizer.analysis.words import Word
from summarizer.document import Role
from summarizer.quantity import Kind
from summarizer.summary import Measure, Status

CAPACITY = re.compile(
    r"(?:达产|建成|投产|满产|达效|全面开拓|竣工|投用|运营|使用)(?:投产|达产|使用)?[之以]?后(?!续)|满负荷"
)
TARGETED = re.compile(
    r"力争|确保|争取(?!到|了|专项|资金|上级|国家|中央|省|项目)|力促|目标(?!的)|力求|务求|奋力|努力(?:实现|使)|预期实现|^要"
    r"|要(?:实现|达到|完成|确保|突破|力争)|实现.{0,8}的目标"
)
EXPECTED = re.compile(
    r"预计|届时|将来|有望|预测|预期(?!信[贷用])|预估|估计(?!为|达)|或将|将由|可望|最终会|将[^，。]{0,6}(?:增长|达到)"
    r"|(?<![原材资饮燃塑涂养物面布染肥不史])料(?=[将为超达介可会有跌升增减按今明全次首下上第本])"
    r"|(?<![预评低高])估(?=[季年月按减增跌升可达将全今明])"
    r"|(?<![希愿展期无可渴绝失声名])望(?=[由可达升增减])"
    r"|将(?:达|到|超|维持|突破|增|升|降|可|会|不低于|不少于|保持|实现|形成)"
    r"|可(?:达|实现|新增|年产|带动|提供|形成|每天|安置|增加|解决)"
)
PLANNED = re.compile(
    r"(?<![”’」』\"炬火])计划(?!项目|任务|指标|目标|单列|的|[”’」』])|准备|打算|(?<![模虚比])拟(?!定|合)"
    r"|规划(?!面积|用地|范围|区|[”’」』的])|安排|洽谈(?=成立|合作|收购|引|投|组|建)|预算(?!收入|支出|内|外|的)|在建|奠基|筹建|筹划|加快推进|加快建设|着力|抓实|待建"
    r"|重点(?:推进|做好)|决定(?:在|投资|保留)?|新一轮|协议总?投资|概算"
    r"|将(?=有|在|对|重点|陆续|新|投|建|开|启|安排|完成|设立|成立|引进|继续|进一步|分|用|集中"
    r"|于|从|按|控|全面|打造|推|为|还|实施|投入|开展|举[行办]|扩|增|组织|支持|培育|兴|改造|提供|拿出"
    r"|发放|落户|签约|迎|接待|生产|用于|再|逐步|分批|全部|每年)"
)
COUNTED_FIRST = re.compile(
    r"(?:临时|初步)估计|估计(?:为|达)|初步(?:核算|统计|测算|数据|预计)|快报|预计完成"
)
OWN = re.compile(r"协议总?投资|概算|预算|(?:完成|达到?|占|相当于)[^，]*(?:目标|计划)[^，]*")
"""Names of planned sums, which plan nothing beside themselves."""
CAN = re.compile(r"可达")
"""What reaches no further than to the next semicolon."""
FULFILLED = re.compile(r"(?:完成|占|相当于)[^，]*(?:目标|计划|任务|预算|设计)[^，]*的$")
FIRST_RESULTS = re.compile(r"^[^，,]{0,8}初步(?:核算|统计|测算)(?:结果)?|快报(?:数据|统计)?显示")
CUES = {
    Status.TARGET: TARGETED,
    Status.FORECAST: EXPECTED,
    Status.PLAN: PLANNED,
    Status.PRELIMINARY: COUNTED_FIRST,
}
FACTS = re.compile(
    r"已经?|截至|截止|(?<![由从])目前|实际(?=完成|达)|(?<![比较由从])[去上]年|[比较][去上]年(?=\d)|当前|据统计|统计显示|完成了|实现了|达到了|获批|建成了|累计(?:完成|实现)|同比|"
    r"(?<![由从])(?:如今|现有)|过去|近年来?|数据显示|投产运营|竣工投产"
)
DESIGN = re.compile(r"总投资|造价|耗资|投资总额|投资额|占地|用地面积|建筑面积|规划面积|设计|产能")
FLOORS = re.compile(r"厂房|楼|用房")
BUILT = re.compile(r"项目|[一二三]期|奠基|工程|生产线")
COUNTED = re.compile(r"项目(?:有|共|共有|达)?\d+[个项]|\d+[个项][^，,]{0,12}项目")
MADE = re.compile(r"产能|设计|能力")
SITE, BUILDING = re.compile(r"规划面积$"), re.compile(r"建设|打造|兴建")
LISTED = re.compile(r"其中|[;；]")
COMPARED_WITH = re.compile(
    r"(?:同比|环比|按年|[比较](?:去年|上年|\d{4}年)(?:同期|同月)?|年均)?(?:将|可)?"
    r"[增下降提上减回扩][长降高涨落少加升大]?幅?(?:约|近)?"
)
STARTING = re.compile(r"[比较](?:\d{4}|去|上)年[^，]{0,6}的$")
FROM = re.compile(r"[由从][^，]{0,14}$")
TO = re.compile(r"[^，]{1,3}[到至为]")
FINISHED = re.compile(
    r"(?:通过[^，]{0,4}验收|投产|投用|竣工|落成|通车|投入使用|投入运营|开业|启用)(?:仪式|庆典|典礼|了|。)?$"
)
HOPED = re.compile(r"将|计划|预计|力争|争取|确保|尽快|年底|促进|推动|等|可|一批")
NEWS = 2
BUILT_ALREADY = re.compile(r"[^，]{0,12}已")
AIMED = re.compile(r"(?:按照?|根据)[^，]{0,12}(?:规划|计划|目标)")
LASTING = re.compile(r"/P(\d+)Y")
FORESEEN = re.compile(r"预计|预测|有望|预期|估计|可望")
UNTIL = re.compile(r"(?<!截)[到至]\d{4}年")
BEHIND = {
    Status.PLAN: re.compile(
        r"[^，]{0,12}(?:加快推进|加快建设|陆续开工)|在建|[^，]{0,8}(?:将|拟|计划)"
    ),
    Status.TARGET: re.compile(r"[^，]{0,8}(?:如期|尽快|早日|及早)|的?目标(?!的?[以之])"),
    Status.FORECAST: re.compile(r"[^，]{0,4}(?:有望|预计)"),
}


def status_of(
    figure: Figure, *, design: bool, time: Word | None, date: dt.date | None
) -> Status | None:
    """Say whether a figure is actual, preliminary, planned, aimed at, foreseen or a capacity.

    None means that the text gives no sign at all.
    """
    if is_start(figure):
        return Status.ACTUAL
    if design:
        built = FACTS.search(figure.lead_text) or BUILT_ALREADY.match(figure.right_text)
        return Status.ACTUAL if built else Status.PLAN
    status = _cued(figure)
    ahead = _lies_ahead(time, date)
    until = UNTIL.search(_before(figure))
    if status in (None, Status.ACTUAL) and ahead is not False:
        return Status.TARGET if until else Status.FORECAST if ahead else status
    planned = (until and not FORESEEN.search(_before(figure))) or AIMED.search(_before(figure))
    if status is Status.FORECAST and planned and ahead is not False:
        return Status.TARGET
    return status


def is_announced(sentence: Sentence) -> bool:
    """Say whether a sentence announces first results: they are preliminary to the last."""
    return bool(FIRST_RESULTS.search(sentence.text))


def is_finished(sentences: Sequence[Sentence]) -> bool:
    """Say whether an article tells of something that has been built: its dimensions are facts."""
    body = [s for s in sentences if s.role is Role.BODY][:NEWS]
    heads = [s for s in sentences if s.role is Role.HEADLINE]
    return any(
        FINISHED.search(clause.text) and not HOPED.search(clause.text)
        for sentence in (*heads, *body)
        for clause in sentence.clauses
    )


def is_design(figure: Figure, name: str, who: Name | None) -> bool:
    """Say whether it is a dimension of a project: its cost, its site, its floor area."""
    before = _before(figure)
    if figure.quantity.kind is Kind.PERCENT:
        return False
    if figure.quantity.kind is Kind.COUNT and not MADE.search(name):
        return False
    if COUNTED.search(LISTED.split(before)[-1]):
        return False
    if SITE.search(figure.left_text) and BUILDING.match(figure.right_text):
        return True
    if who and who.sort is Sort.PROJECT:
        return bool(DESIGN.search(name) or FLOORS.search(name))
    return bool(DESIGN.search(name) and BUILT.search(before))


def _before(figure: Figure) -> str:
    """Return the folded text of the sentence before a figure."""
    return figure.sentence.text[: figure.quantity.start - figure.sentence.start]


def is_start(figure: Figure) -> bool:
    """Say whether a figure is where a change starts from: 由目前的 5家 增加到 9家."""
    moved = FROM.search(figure.left_text) and TO.match(figure.right_text)
    return bool(STARTING.search(figure.left_text) or moved)


def depends(figure: Figure, measure: Measure) -> bool:
    """Say whether a change is as true as what changes: 预计完成18亿元，同比 增长 5%."""
    changes = measure in (Measure.GROWTH, Measure.CHANGE, Measure.PP_CHANGE)
    return changes and bool(COMPARED_WITH.fullmatch(figure.left_text))


def _cued(figure: Figure) -> Status | None:
    """Look for the nearest cue, clause by clause backwards, until a word of fact."""
    for status, cue in BEHIND.items():
        if cue.match(figure.right_text):
            return status
    texts = [figure.lead_text + figure.quantity.text, *_said_before(figure)]
    if FULFILLED.search(figure.lead_text):
        return Status.ACTUAL
    if any(CAPACITY.search(text) for text in texts):
        return Status.CAPACITY
    for back, text in enumerate(texts):
        found = _last_cue(OWN.sub("", text) if back else text)
        fact = _last(FACTS, text)
        if found and found[0] >= fact:
            return found[1]
        if fact >= 0:
            return Status.ACTUAL
    return None


def _said_before(figure: Figure) -> Iterator[str]:
    """Yield the clauses before a figure, the last first."""
    ended = False
    for clause in reversed(figure.sentence.clauses[: figure.clause]):
        ended = ended or clause.mark == ";"
        yield CAN.sub("", clause.text) if ended else clause.text


def _last_cue(text: str) -> tuple[int, Status] | None:
    found = [(_last(cue, text), status) for status, cue in CUES.items()]
    at, status = max(found, key=lambda pair: pair[0])
    return (at, status) if at >= 0 else None


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def _lies_ahead(time: Word | None, date: dt.date | None) -> bool | None:
    """Say whether the time ends after the year of the paper; None if unknown, or if it runs."""
    period = time.quantity.time_period if time and time.quantity else None
    if not period or not date:
        return None
    years = LASTING.search(period)
    first = int(period[:4])
    if first > date.year:
        return True
    return None if years and first + int(years[1]) - 1 > date.year else False
