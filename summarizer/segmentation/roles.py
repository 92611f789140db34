"""What a paragraph looks like when it is read alone.

    ► 肖远 刘文          BYLINE      园区动态         TITLE (the neighbours tell it is a banner)
    冯文贵 徐志          NAMES       （下转第5版）     JUMP_TO
    江州港 资料图片       CAPTION     本报讯 近日…     BODY, and `opens_article`

Everything here reads one folded paragraph. What needs the neighbours is in `boundaries`.
"""

import re
from enum import Enum, auto

from summarizer.reading import is_masthead

LONGEST_FORM = 60
LONGEST_BANNER = 10
GIVEN = 2


class Kind(Enum):
    """What a paragraph looks like."""

    BODY = auto()
    TITLE = auto()
    BYLINE = auto()
    NAMES = auto()
    JUMP_TO = auto()
    JUMP_FROM = auto()
    CAPTION = auto()
    BANNER = auto()
    NOISE = auto()


SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎"
    "鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄"
    "和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭"
    "梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚"
    "程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫"
    "宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双"
    "闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向"
    "古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾"
    "毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖闫付代邸覃仝岳佘佟揭苟原楼展战门侍冼晋涂漆令练冒"
)
COMPOUND = (
    "欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|司空|端木|南宫|呼延|西门|独孤"
)
NAME = rf"(?:(?:{COMPOUND})[\u4e00-\u9fff]{{1,2}}|[{SURNAMES}] ?[\u4e00-\u9fff]{{1,2}})"
NAMES = rf"{NAME}(?:[ 、,/]{{1,3}}{NAME}){{0,4}}"
OFFICE = (
    r"(?:见习|实习|特约|首席|驻[\u4e00-\u9fff]{2,6}|全媒体|特派)?"
    r"(?:记者|通讯员|评论员|撰稿人?|特派员|作者|撰文|采写|编译|整理)"
)
OUTLET = r"(?:本[报刊社网台]|[\u4e00-\u9fff]{2,8}[报社网])"
WRITER = rf"(?:{OUTLET}? ?{OFFICE}|[文图](?:[/、]?图)?(?=[ :/]))"
FORMS = (
    (
        Kind.BYLINE,
        rf"[►▶▲△■□◆◇●○◎★☆※] ?(?:{WRITER}[ :/]{{0,3}})?[\u4e00-\u9fffA-Za-z·•、,/ ]{{2,30}}",
    ),
    (Kind.BYLINE, rf"[(【]?(?:{WRITER}[ :/]{{0,3}}{NAMES}(?:报道|文)? ?[,、/]? ?){{1,3}}[)】]?"),
    (Kind.BYLINE, r"[(【][\u4e00-\u9fff、 ]{2,24}(?:供稿|撰稿|提供)[)】]"),
    (Kind.NAMES, rf"[(]?{NAMES}[)]?"),
    (
        Kind.JUMP_TO,
        r"[(【\[→▶]?(?:紧?下转|转)[^()]{0,4}?(?:第?[A-Z]?[0-9一二三四五六七八九十]{1,3}版?)[^()]{0,12}[)】\]]?",
    ),
    (
        Kind.JUMP_FROM,
        r"[(【\[←◀]?(?:紧?[上]接|接)[^()]{0,4}?(?:第?[A-Z]?[0-9一二三四五六七八九十]{1,3}版?)[^()]{0,12}[)】\]]?",
    ),
    (Kind.CAPTION, r".*(?:资料图片?|资料照片|图片来源.*|供图|[\u4e00-\u9fff] ?摄(?:影)?)[)]?"),
    (
        Kind.CAPTION,
        r"[(]?(?:[上下左右]?图(?:为|[:]| ).*|.*(?:左至右|[左右]起|[左右][一二三四五]|[前后]排).*)",
    ),
    (Kind.NOISE, r"[(【]?(?:责任?编辑?|责编|版式|美编|校对|编辑|电话|热线|邮箱|投稿|广告)[ :/].*"),
    (
        Kind.NOISE,
        r"(?:第? ?[A-Z]?[0-9]{1,3} ?版?|[A-Z][0-9]{1,2}|[-—·•=*_~ ]+|https?://.*|www\..*)",
    ),
)
INLINE_HEAD = re.compile(r"\(紧?上接[^()]{1,14}\)")
INLINE_TAIL = re.compile(
    r"(?:(?<=[。!?”…])(?:"
    rf"\((?:{WRITER}[ :/]{{0,3}}{NAMES}[ ,;]{{0,2}}){{1,3}}\)"
    rf"|\({NAMES}\)"
    rf"|{WRITER}[ :/]{{0,3}}{NAMES})"
    r"|\(紧?下转[^()]{1,14}\))$"
)
LONGEST_TAIL = 60
PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in FORMS)
PORTRAYED = re.compile(
    rf"[^,。]{{2,24}}(?:书记|主任|董事长|总经理|总裁|市长|县长|区长|省长|局长|院长|校长|教授|院士){NAME}"
)
SENTENCE = re.compile(
    r"[。;]|近日|日前|[,:、]$|[,、][^,、]*[,、]|^.{22,},|,.{22,}"
    r"|^(?:截[至止]|据|[该这其]|目前|[今去]年|[0-9]{4}年|为|随着|通过|此外|同时|与此|在).*,"
)
LEDE = re.compile(
    r"[(]?(?:[本据][报刊网台社][^ 。,:]{0,8}?(?:讯|电|消息|报道)"
    r"|据?(?:新华|中新|中央|央视|人民|光明|经济)[社网台][^。,]{0,20}?[电讯]"
    r"|[\u4e00-\u9fff]{2,8}(?:讯|消息)[ (:]"
    r"|【[^】]{2,16}[讯电道]】)"
)
NEWS = re.compile(
    r"[“\"]?(?:近[日期]|日前|[昨今][日天]|连日来|最近|近年来|今年以来|针对|记者"
    r"|(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日)"
)
SCENE = re.compile(
    r"(?:一[角景瞥]|[全外街远夜美雪风]景|[景鸟俯].{0,2}图|示意图|效果图|现场|车间|厂[房区]|生产线|大[楼厦桥]|[业学科]园区?|基地"
    r"|中心|园区|码头|工地|[省市县区镇村])$"
)
BRIEFS = re.compile(r"[简短快微][讯波闻]|速[览递读]|集[锦萃纳]|荟萃|一览|[一本]周|点击|摘要|文摘")
BANNER_ENDS = re.compile(
    r"^(?:民生|财经|时政|社会|教育|文化|体育|国际|国内|经济|科技|法治|健康|生活|区域|产业|金融|评论|综合)$|(?:新闻|要闻|动态|[简快短微][讯波闻]|集[锦萃纳]|荟萃|一览|之窗|观察|传真|视[点野窗界角]|聚焦|专[版刊题栏]|副刊|[评述]论|时评|速[递览]|广角"
    r"|纵横|天地|园地|关注|焦点|热点|前沿|之声|链接|导读|综合|播报|资讯|文摘|扫描|看台|风采|风貌)$"
)


def kind_of(text: str) -> Kind:
    """Return what a folded paragraph looks like."""
    if len(text) > LONGEST_FORM or opens_article(text):
        return Kind.BODY
    if is_masthead(text):
        return Kind.NOISE
    for kind, pattern in PATTERNS:
        if pattern.fullmatch(text) and not (kind is Kind.NAMES and _is_word(text)):
            return kind
    if PORTRAYED.fullmatch(text):
        return Kind.CAPTION
    return Kind.BODY if SENTENCE.search(text) else Kind.TITLE


def edges_of(line: str) -> tuple[int, ...]:
    """Return where a folded line is cut: behind （上接第2版）, before （祝谦） or （下转第5版）."""
    head = INLINE_HEAD.match(line)
    cut = len(line) - LONGEST_TAIL if len(line) > LONGEST_TAIL else 0
    tail = INLINE_TAIL.search(line, cut)
    inner = (head.end() if head else 0, tail.start() if tail else len(line))
    return (0, *(edge for edge in inner if 0 < edge < len(line)), len(line))


def opens_article(text: str) -> bool:
    """Say whether a folded paragraph begins as the first of an article: 本报讯, 新华社…电."""
    return LEDE.match(text) is not None


def begins_news(text: str) -> bool:
    """Say whether a folded paragraph begins with the time of its news: 近日, 4月8日."""
    return NEWS.match(text) is not None


def announces_briefs(text: str) -> bool:
    """Say whether a banner announces short items: 简讯, 一周要闻."""
    return BRIEFS.search(text) is not None


def shows_scene(text: str) -> bool:
    """Say whether a folded line names what a picture shows: 园区一角, 生产车间."""
    return SCENE.search(text) is not None


def is_phrase(text: str) -> bool:
    """Say whether what could be a name also is a verb and its object: 惠民生."""
    import rjieba

    given = text[1:]
    return len(given) == GIVEN and rjieba.has_word(given) and rjieba.tag(given)[0][1] == "n"


def is_section_name(text: str) -> bool:
    """Say whether a folded line is what newspapers call a section: 园区要闻, 简讯."""
    return len(text) <= LONGEST_BANNER and BANNER_ENDS.search(text) is not None


def _is_word(text: str) -> bool:
    """Say whether a line is a word of the language and not a name (金融, 简讯)."""
    import rjieba

    words = rjieba.tag(text)
    return len(words) == 1 and rjieba.has_word(text) and not words[0][1].startswith("nr")
