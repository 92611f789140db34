"""Each claim of a draft gets one verdict, with its reason, evidence and a sentence to act on."""

import datetime as dt

import an_article
import pytest

from summarizer.analysis import analyse, article_quantities
from summarizer.binding import bind
from summarizer.document import Article
from summarizer.report import Finding, Verdict
from summarizer.summary import ArticleSummary, KeyPoint, Measure, ObservationClaim, Status
from summarizer.verification import verify

TEXT = (
    "2017年，鹭洲高新区实现营业收入838.7亿元，同比增长12.5%，占全市的31.4%，比重比上年提高1.5个百分点。"
    "园区16户新材料企业实现产值38.5亿元，9户装备制造企业实现产值17.4亿元，从业人员41万余人。"
    "今年力争完成固定资产投资166亿元，新签约项目不少于15个，新增绿化面积2万平方米。"
    "星河科技园项目总投资1.2亿元，占地30亩，达产后年产值2亿元。利税、利润分别增长29%和45%，出口下降3.2%。"
)
DATE = dt.date(2018, 4, 20)


def article() -> Article:
    """Return the invented article that all claims are about."""
    return an_article.article(TEXT)


def judged(claim: str, language: str = "zh") -> Finding:
    """Return the verdict on a claim made as a key point."""
    draft = ArticleSummary(abstract="", key_points=(KeyPoint(text=claim),))
    quantities = article_quantities(article(), DATE)
    return verify(draft, article(), quantities, DATE, language)[0]


@pytest.mark.parametrize(
    "claim",
    [
        "鹭洲高新区2017年营业收入838.7亿元。",
        "鹭洲高新区营业收入8387000万元，增长12.5%。",
        "鹭洲高新区营业收入約８３９億元。",
        "营业收入占全市31.4%，比重提高1.5个百分点。",
        "16家新材料企业产值38.5亿元。",
        "新材料和装备制造企业产值合计55.9亿元。",
        "从业人员超过41万人。",
        "今年固定资产投资目标为166亿元，新签约项目15个以上。",
        "项目总投资12000万元，占地2万平方米。",
        "利润增长45%，利税增长29%，出口减少3.2%。",
        "鹭洲高新区进一步推动园区发展，营业收入838.7亿元。",
        "鹭洲国家高新区营业收入838.7亿元。",
    ],
)
def test_supports_what_the_article_says(claim: str):
    """Other units, scales, widths, roundings and words for the same are supported."""
    finding = judged(claim)
    assert finding.verdict is Verdict.SUPPORTED, finding.message


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        ("鹭洲高新区营业收入839.7亿元。", "value_mismatch"),
        ("鹭洲高新区营业收入838.7万元。", "value_mismatch"),
        ("鹭洲高新区营业收入838.7亿美元。", "unit_mismatch"),
        ("比重比上年提高1.5%。", "kind_mismatch"),
        ("从业人员41万人。", "modifier_dropped"),
        ("今年力争新签约项目15个。", "modifier_dropped"),
        ("营业收入超过838.7亿元。", "modifier_added"),
        ("营业收入同比下降12.5%。", "direction_conflict"),
        ("出口增长3.2%。", "direction_conflict"),
        ("2015年营业收入838.7亿元。", "period_conflict"),
        ("海州高新区营业收入838.7亿元。", "entity_unbound"),
        ("负责人说“我们是最好的园区”。", "not_in_article"),
    ],
)
def test_refutes_what_it_does_not_say(claim: str, reason: str):
    """Each way of getting a number wrong has its own reason."""
    finding = judged(claim)
    assert (finding.verdict, finding.reason) == (Verdict.REFUTED, reason), finding.message
    assert finding.message


@pytest.mark.parametrize(
    "claim",
    [
        "营业收入环比增长12.5%。",
        "今年固定资产投资已达166亿元。",
        "已完成固定资产投资166亿元。",
        "星河科技园项目总投资2亿元。",
        "装备制造企业产值38.5亿元。",
        "固定资产投资838.7亿元。",
        "利润增长29%。",
        "新材料和装备制造企业产值合计56.9亿元。",
    ],
)
def test_does_not_support_what_the_article_says_of_another(claim: str):
    """The number is there, or may be computed: but not for this, or not so."""
    finding = judged(claim)
    assert finding.verdict is not Verdict.SUPPORTED
    assert finding.message


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("Operating revenue reached 83.87 billion yuan in 2017, up 12.5 percent.", True),
        ("Fixed-asset investment is targeted at 16.6 billion yuan.", True),
        ("Operating revenue reached 83.97 billion yuan in 2017.", False),
        ("Operating revenue fell 12.5 percent.", False),
        ("Fixed-asset investment was 16.6 billion yuan.", False),
        ("Fixed-asset investment is targeted at 83.87 billion yuan.", False),
    ],
)
def test_judges_english_claims(claim: str, supported: bool):
    """Numbers, directions, plans and what the words can mean carry over into English."""
    assert (judged(claim, "en").verdict is Verdict.SUPPORTED) is supported


@pytest.mark.parametrize(
    "claim",
    [
        "春风送暖花满枝，繁荣不是梦。",
        "好。",
        "——",
        "Nothing of the kind.",
        "鹭洲高新区营业收入838.7亿元。干部群众精神饱满，纷纷点赞。",
    ],
)
def test_words_that_are_not_the_article_s_decide_nothing(claim: str):
    """Prose that the article does not speak is not supported, be it short or in good company."""
    finding = judged(claim)
    assert (finding.verdict, finding.reason) == (Verdict.NOT_ENOUGH_INFO, "unverified")
    assert finding.message


def test_a_fault_outweighs_a_doubt():
    """Of two sentences the wrong one decides, whatever the other may be."""
    claim = "干部群众精神饱满，纷纷点赞。鹭洲高新区营业收入839.7亿元。"
    assert judged(claim).verdict is Verdict.REFUTED


@pytest.mark.parametrize(
    "claim",
    [
        "园区的装备制造企业表现平稳。",
        "新材料企业贡献可观产值。",
        "鹭洲高新區的營業收入實現增長。",
    ],
)
def test_a_paraphrase_is_in_the_article_s_words(claim: str):
    """Its own turns of phrase are tolerated."""
    assert judged(claim).verdict is Verdict.SUPPORTED


def test_a_bare_yuan_is_the_money_of_the_article():
    """On a Hong Kong page a simplified 元 in a claim is the dollar, as it is on the page."""
    text = "翠澳地產以62億元投得東灣住宅用地，每平方呎樓面地價13,580元。"
    page = an_article.article(text)
    points = (
        KeyPoint(text="翠澳地产以620000万元投得东湾用地。"),
        KeyPoint(text="用地价62亿美元。"),
    )
    draft = ArticleSummary(abstract="", key_points=points)
    right, wrong = verify(draft, page, article_quantities(page, DATE), DATE)
    assert (right.verdict, wrong.reason) == (Verdict.SUPPORTED, "unit_mismatch")


def test_in_english_words_tell_nothing():
    """A translation shares no words with its article."""
    assert judged("The zone goes from strength to strength.", "en").verdict is Verdict.SUPPORTED


def test_a_copied_sentence_is_supported():
    """Whatever the article says word for word cannot contradict it."""
    sentences = TEXT.split("。")[:-1]
    assert {judged(f"{sentence}。").reason for sentence in sentences} == {"exact"}


def test_a_number_is_never_cut_in_two():
    """1.2亿元 holds the characters 2亿元, but not the number."""
    assert judged("项目总投资0.2亿元。").verdict is Verdict.REFUTED


def test_evidence_lies_in_the_article():
    """The places of a finding are those of the figures that decide it."""
    finding = judged("鹭洲高新区营业收入839.7亿元。")
    assert [TEXT[place.start : place.end] for place in finding.evidence] == ["838.7亿元"]


def test_an_unknown_citation_is_refuted():
    """A key point may cite only quantities that the article has."""
    point = KeyPoint(text="营业收入838.7亿元。", quantities=("Q99",))
    draft = ArticleSummary(abstract="", key_points=(point,))
    findings = verify(draft, article(), article_quantities(article(), DATE), DATE)
    assert findings[0].reason == "citation_mismatch"


ROW = ObservationClaim(
    quantity="",
    printed="838.7亿元",
    ref_area="鹭洲高新区",
    indicator="营业收入",
    time_period_text="2017年",
)


def cited(text: str) -> str:
    """Return the id of the quantity that is printed so."""
    return next(q.id for q in article_quantities(article(), DATE) if q.text == text)


def row(text: str, **changes: object) -> Finding:
    """Return the verdict on a row that cites what is printed so."""
    claim = ROW.model_copy(update={"quantity": cited(text), "printed": text, **changes})
    draft = ArticleSummary(abstract="", observations=(claim,))
    return verify(draft, article(), article_quantities(article(), DATE), DATE)[0]


@pytest.mark.parametrize(
    ("text", "changes", "reason"),
    [
        ("838.7亿元", {}, "exact"),
        ("838.7亿元", {"printed": "838.7"}, "exact"),
        ("1.2亿元", {"printed": "2亿元", "indicator": "总投资"}, "value_mismatch"),
        ("838.7亿元", {"ref_area": "海州高新区"}, "entity_unbound"),
        ("838.7亿元", {"indicator": "固定资产投资"}, "indicator_unbound"),
        ("838.7亿元", {"time_period_text": "2014年"}, "period_conflict"),
        ("838.7亿元", {"measure": Measure.GROWTH}, "kind_mismatch"),
        ("1.5个百分点", {"indicator": "比重"}, "kind_mismatch"),
        ("166亿元", {"indicator": "固定资产投资", "time_period_text": "今年"}, "status_conflict"),
        ("2017年", {"printed": "2017年"}, "kind_mismatch"),
    ],
)
def test_judges_rows(text: str, changes: dict[str, object], reason: str):
    """Citation, entity, indicator, period, measure and status of a row are checked."""
    finding = row(text, **changes)
    assert finding.reason in (reason, "equivalent" if reason == "exact" else reason)


def test_a_row_that_the_code_reads_the_same_is_never_doubted():
    """What bind reads may be odd, but two readings of our own do not contradict each other."""
    quantities = article_quantities(article(), DATE)
    draft = ArticleSummary(abstract="", observations=bind(analyse(article(), DATE)))
    findings = verify(draft, article(), quantities, DATE)
    assert {finding.verdict for finding in findings} == {Verdict.SUPPORTED}


def test_a_target_is_a_fine_row():
    """A plan that says it is one is supported."""
    changes = {"indicator": "固定资产投资", "time_period_text": "今年", "status": Status.TARGET}
    assert row("166亿元", **changes).verdict is Verdict.SUPPORTED


def test_a_row_told_twice_is_a_duplicate():
    """The second of two equal rows is refuted, the first is not."""
    claim = ROW.model_copy(update={"quantity": cited("838.7亿元")})
    draft = ArticleSummary(abstract="", observations=(claim, claim))
    findings = verify(draft, article(), article_quantities(article(), DATE), DATE)
    assert [finding.reason for finding in findings] == ["exact", "duplicate"]


def test_each_claim_has_one_finding():
    """Findings name their claims in the order of the draft."""
    claim = ROW.model_copy(update={"quantity": cited("838.7亿元")})
    draft = ArticleSummary(
        abstract="营业收入838.7亿元。",
        key_points=(KeyPoint(text="占地30亩。"),),
        observations=(claim,),
    )
    findings = verify(draft, article(), article_quantities(article(), DATE), DATE)
    assert [f.subject for f in findings] == ["abstract", "key_points/0", "observations/0"]


SHARED_OUT = (
    "去年，鹭洲高新区工业总产值44.6亿元，利税5.1亿元，出口创汇3800万美元，"
    "分别增长28.4%、22.6%和15.2%。"
)


def test_a_rate_that_is_shared_out_belongs_to_its_own_figure():
    """What stands around it are other figures' words; what it is shared out to counts."""
    page = an_article.article(SHARED_OUT)
    point = KeyPoint(text="鹭洲高新区利税5.1亿元，同比增长22.6%。")
    draft = ArticleSummary(abstract="", key_points=(point,))
    finding = verify(draft, page, article_quantities(page, DATE), DATE)[0]
    assert finding.verdict is Verdict.SUPPORTED, finding.message


BESIDE = (
    "柳湾县商场销售额92.7亿元，增长21.8%；青杉市外来消费金额101.5亿元，增长58.3%。"
    "今年前三季度，江滩市产值626亿元。新线通车后运行时间缩短三分之二。出口总额首次突破1万亿美元。"
    "全县负债在2014年1月和7月接连突破34亿元、35亿元。"
)


@pytest.mark.parametrize(
    "claim",
    [
        "柳湾县外来消费金额101.5亿元。",
        "今年上半年，江滩市产值626亿元。",
        "新线通车后，运行时间缩短到原来的三分之二。",
        "出口总额接近1万亿美元。",
    ],
)
def test_does_not_support_what_another_leads_or_what_is_only_nearly_so(claim: str):
    """The next body's figure, a part of the time, to for by, and near for above do not pass."""
    assert judged_of(claim, BESIDE).verdict is not Verdict.SUPPORTED


def test_a_list_has_the_bound_of_its_first_figure():
    """突破34亿元、35亿元 says that both were passed."""
    assert judged_of("全县负债突破35亿元。", BESIDE).verdict is not Verdict.REFUTED


def judged_of(claim: str, text: str) -> Finding:
    """Return the verdict on a claim about another text."""
    made = an_article.article(text)
    draft = ArticleSummary(abstract="", key_points=(KeyPoint(text=claim),))
    return verify(draft, made, article_quantities(made, DATE), DATE)[0]
