"""A figure as printed: numeral, multiplier, unit and the words glued to it, read once per wording.

    41   万    余         人                    12     亿     多        美元     以上
    ──   ──    ──         ──                    ──     ──     ──        ────     ────
    numeral multiplier more  unit               numeral multiplier more unit      bound

A numeral in digits may stand without a unit; one in characters needs a unit it can count
(三家, not 三峡).
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from summarizer.lexicon import source
from summarizer.numerals import DIGITS, parse_numeral, plain
from summarizer.quantities.qualifiers import interval
from summarizer.quantities.units import Unit, either, names_of, units
from summarizer.quantity import Kind, Modifier

HAN_DIGIT = "零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖"
GROUP = r"(?:[十拾佰仟万亿]|百(?!分)|千(?![瓦米克伏焦卡])|兆(?![瓦帕赫字伏比]))"
SPACED = (
    r"(?<![\d.,])[1-9]\d{0,2}(?:[ \u2009\u202f]\d{3})+(?![\d,])(?:\.\d+)?(?= ?[\u4e00-\u9fff%]|$)"
)
RAISED = r"[万亿%倍元吨亩米]|个?百分点|公[里斤顷]|平方|立方|千[瓦米克]|[美港欧日]元|[厘毫]米"
"""What stands behind a raised decimal point, and not behind a day: 3·6倍, but 5·18."""

ARABIC = (
    r"(?:\d{1,3}(?:,\d{3})+(?!,?\d)(?:\.\d+)?"
    rf"|{SPACED}|\d+(?:\.\d+)?(?:·\d+(?={RAISED}))?|(?<![\d.])\.\d+)"
)
MIXED = (
    rf"{ARABIC}(?:{GROUP}{{1,2}}零?(?:\d,\d{{3}}|\d{{1,4}}|[{HAN_DIGIT}])(?={GROUP})){{0,3}}"
    r"(?:[百千万亿]零\d{1,3}(?!\d)|万(?:\d,\d{3}|\d{4})(?![\d,.年])"
    r"|(?<!\.\d)(?<!\.\d\d)[万亿]\d(?=[,，。;；、)\s的多左以]|$))?"
)
BOTH = "两(?=[百千万亿兆])|(?<=一)两(?=[个年天家人次百千万])"
RUN = rf"{HAN_DIGIT}十百千万亿兆拾佰仟廿卅两俩"
POINTED = (
    rf"(?:(?<![{RUN}唯])|(?<=唯一))(?>(?![零〇○](?!点)|拾(?![{HAN_DIGIT}万亿]))"
    rf"(?:[{HAN_DIGIT}廿卅俩]|{GROUP}|两(?!两)|{BOTH})"
    rf"(?:[{HAN_DIGIT}廿卅]|{GROUP}|{BOTH}){{0,24}}(?:[点·][{HAN_DIGIT}]{{1,9}}{GROUP}{{0,2}})?)"
)
"""三五·六%: by position, as Taiwan prints them; read before a unit only (九·一八 is a day)."""

HAN = POINTED.replace("[点·]", "点")
"""A whole run of numeral characters: begun nowhere else, never given back, so it is read once."""

DASH = "[至到~—–-]"
BARE = (
    rf"(?:(?<=(?<![目以之日此眼提])前)[一二三四五六七八九十百]{{1,3}}(?=[,，。;；、的强]|$)|{HAN}(?={DASH}{{1,2}}[{HAN_DIGIT}十两])|(?<!\w){HAN}(?!\w)"
    rf"|(?:(?=[{HAN_DIGIT}两俩廿卅]{{1,6}}(?:{GROUP}|点[{HAN_DIGIT}]))|(?=[十拾百千][{HAN_DIGIT}])){HAN})"
)
"""A numeral in characters without a unit: before a dash, alone, or with a multiplier in it."""

SOME = r"(?:好?几|(?<![人户家总个件次指分倍参函岁票字半多少无基系代位])数)(?=[十百千万亿])"
MORE = "[余多来几]"
BOUND = "(?:" + source("figures.bounds_behind") + ")"
UNITS = units("zh")
MULTIPLE = UNITS["倍"]
DEGREE = UNITS["度"]
"""Ten thousand of them are no angle and no heat, but electricity: 度 is short for 千瓦时."""

LOOSE = frozenset(names_of("loose"))
WORDS = names_of("word")
ANY_UNIT = rf"(?!{either(WORDS)})(?:{either(UNITS)})"
FIRM_UNIT = (
    rf"(?!{either((*WORDS, *(name for name in LOOSE if name[1:])))})"
    rf"(?:{either(name for name in UNITS if name not in LOOSE)})"
)
MEASURE = either(
    name for name, unit in UNITS.items() if unit.dimension not in ("count", "percent", "point")
)
BASES = source("figures.bases")
PER = r"(?:/[百千万亿]{0,2}|(?<=[元米里吨克斤升瓦时桶])每|(?<=[元角毛块])一)"
RATE = rf"(?:{PER}(?:{MEASURE}|{BASES}))"
BRACKET = rf"(?:\((?:{ANY_UNIT})\))"
NEXT = "一、[二两]|[二两]、三|三、四|四、五|五、六|六、七|七、八|八、九"
PAIRED = (
    rf"(?:(?<=[\u4e00-\u9fff])(?<![第、{RUN}])(?:[一二三四五六七八九]?十)?(?:{NEXT})"
    rf"(?:{GROUP}{{1,3}}|(?=[个家人名位户岁元倍次天斤吨亩里件台]|年(?!级)))多?{FIRM_UNIT})"
)
"""七、八百人, as older pages print 七八百人; 一、二期 are two that are named."""

AFTER = rf"{BRACKET}?{RATE}?(?:[余多](?![种样元个家项])|半(?![年个月小]))?{BOUND}?"
TAIL = rf"{MORE}?(?:个亿(?![级产元台])|{GROUP}{{1,3}})?{MORE}?"
ONE = r"[一二两三四五六七八九]"
METRED = (
    rf"(?<![{RUN}第])(?:十{ONE}?|{ONE}十{ONE}?|{ONE})米{ONE}{{1,2}}"
    rf"(?![{RUN}个层楼间排张家户人公米])"
)
"""一米二五 is 1.25 m."""

PRICED = (
    rf"(?<![{RUN}第]){ONE}[万千](?:一二|[二两]三|三四|四五|五六|六七|七八|八九)一"
    rf"(?:吨|公?斤|亩|平方米|平米?|个|套|台|件)"
)
"""四万七八一吨 is from 47000 to 48000 for each ton."""

OLD = source("figures.old_measures")
"""Old measures, which are words elsewhere: only behind what is measured."""

COUNTED = (
    rf"(?:{PAIRED}|{SOME}{GROUP}{{1,4}}{TAIL}(?:{ANY_UNIT})"
    rf"|{POINTED}{TAIL}(?:{FIRM_UNIT}|(?:(?<=[十百千万][余多来])|(?<=[{HAN_DIGIT}两十几多余][百千万])){ANY_UNIT}|两(?!\w)))"
)
PATTERN = (
    rf"(?:{MIXED}{TAIL}(?: ?(?:{ANY_UNIT}){AFTER}|{BOUND})?"
    rf"|{METRED}|{PRICED}|(?<=[长宽高厚深阔约距达近过])(?:{POINTED}){TAIL}(?:{OLD})|零点\d{{1,4}}(?!\d|分(?!之)|时)"
    rf"|{COUNTED}{AFTER}"
    rf"|(?=[{HAN_DIGIT}两十]){HAN}{MORE}?{GROUP}{{0,2}}(?<=[万亿]){MORE}?{BOUND}?"
    rf"|(?<=[过超近上逾破])[百千]?[百千万亿]{{1,2}}(?!(?!的)\w)|{BARE}{BOUND}?)"
)
PARTS = re.compile(
    rf"(?P<some>{SOME})?(?P<numeral>{MIXED}|{POINTED})?(?P<more>{MORE})?(?:个?(?P<group>{GROUP}{{1,3}}))?"
    rf"(?P<late>{MORE})? ?(?P<unit>{ANY_UNIT})?(?P<bracket>{BRACKET})?(?P<rate>{RATE})?"
    rf"(?P<last>[余多半])?(?P<bound>{BOUND})?"
)
SPOKEN = re.compile(
    rf"(?P<metres>[一二两三四五六七八九十]+)米(?P<centimetres>{ONE}{{1,2}})|零点(?P<point>\d+)"
    rf"|(?P<head>{ONE}[万千])(?P<pair>{ONE}{ONE})一(?P<base>.+)"
)
PAIR = re.compile(
    rf"(?P<head>(?:[{HAN_DIGIT}十百千万亿]*?[十百千万亿])?)(?P<low>[一二两三四五六七八九])(?P<high>[两二三四五六七八九])"
    rf"(?P<group>{GROUP}*)"
)
ANY_GROUPS = re.compile(r"(?<=[\d个])[十百千万亿兆]+$|^[百千万亿兆]{2,}$|[万亿兆]+$")
LARGE_GROUPS = re.compile(r"[万亿兆]+$")
POINT = re.compile("[.·点]")
HALF = Decimal("0.5")
LARGE, LARGE_WORDS = 4, frozenset("万亿")
"""The power of 万, from which on a bare numeral is a figure."""

POWER = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "兆": 12}
BOUNDS = {
    "以上": Modifier.GE, "更多": Modifier.GE, "以下": Modifier.LE, "更少": Modifier.LE,
    "以内": Modifier.LE, "之内": Modifier.LE, "左右": Modifier.APPROX, "上下": Modifier.APPROX,
    "有余": Modifier.GT, "开外": Modifier.GT, "之上": Modifier.GE, "之下": Modifier.LE,
}  # fmt: skip


def bound_of(words: str) -> Modifier | None:
    """Return the bound that words behind a figure mean: 以上, 或者以上, 左右."""
    return BOUNDS.get(words[-2:])


@dataclass(frozen=True, slots=True)
class Figure:
    """What a printed figure says by itself, before the words around it are read.

    `step` is one unit of the last printed digit (0: exact), `room` how far a 余 or 多 reaches.
    """

    kind: Kind
    value: Decimal | None
    step: Decimal = Decimal(0)
    room: Decimal = Decimal(0)
    unit: Unit | None = None
    unit_text: str | None = None
    power: int = 0
    decimals: int = 0
    modifier: Modifier | None = None
    low: Decimal | None = None
    high: Decimal | None = None

    def closed(self) -> "Figure":
        """Return the figure with the interval that it allows by itself, if it has none yet."""
        if self.value is None or self.low is not None or self.high is not None:
            return self
        if self.kind is Kind.LABEL and self.modifier is None:
            return replace(self, low=self.value, high=self.value)
        room = self.room if self.modifier is Modifier.GT else None
        low, high = interval(self.value, self.step, room, self.modifier)
        kind = Kind.AMOUNT if self.kind is Kind.LABEL and self.unit is None else self.kind
        return replace(self, kind=kind, low=low, high=high)


@lru_cache(maxsize=16384)
def read(printed: str) -> Figure:
    """Read a figure that `PATTERN` has matched."""
    if spoken := SPOKEN.fullmatch(printed):
        return _spoken(spoken)
    found = PARTS.fullmatch(printed.replace("、", ""))
    if found is None:  # it reads only beside its neighbours: unknown rather than a guess
        return Figure(Kind.LABEL, None)
    part = found.groupdict(default="")
    number = number_of(part["numeral"] + part["group"], part["some"])
    figure = _with_unit(number, part)
    if part["some"] or "几" in (part["more"], part["late"]):
        return _vague(figure, some=bool(part["some"]))
    if part["last"] == "半" and figure.value is not None:
        figure = replace(figure, value=plain(figure.value + HALF.scaleb(figure.power)))
    return replace(figure, modifier=_modifier(part) or figure.modifier).closed()


def _spoken(found: re.Match[str]) -> Figure:
    """Read 一米二五, 零点63 and 四万七八一吨, as they are said."""
    if found["metres"]:
        digits = "".join(str(DIGITS[digit]) for digit in found["centimetres"])
        value = parse_numeral(found["metres"]) + Decimal(f"0.{digits}")
        step = Decimal(1).scaleb(-len(digits))
        metre = UNITS["米"]
        return Figure(
            metre.kind, value, step, step, metre, metre.code, decimals=len(digits)
        ).closed()
    if found["point"]:
        places = len(found["point"])
        value = Decimal(f"0.{found['point']}")
        return Figure(Kind.AMOUNT, value, Decimal(1).scaleb(-places), decimals=places).closed()
    low, high = (parse_numeral(found["head"] + digit) for digit in found["pair"])
    unit = _unit("元", "", f"/{found['base']}")
    return Figure(
        unit.kind, None, unit=unit, unit_text=f"元/{found['base']}", modifier=Modifier.APPROX,
        low=low, high=high,
    )  # fmt: skip


def number_of(printed: str, some: str = "") -> Figure:
    """Read a numeral alone, kept as a label; 三五, 十七八 and 二三十 are intervals."""
    pair = None if some else PAIR.fullmatch(printed)
    if pair and _is_pair(pair["low"], pair["high"]):
        low, high = (
            parse_numeral(pair["head"] + pair[end] + pair["group"]) for end in ("low", "high")
        )
        return Figure(Kind.LABEL, None, modifier=Modifier.APPROX, low=low, high=high)
    value = plain(parse_numeral(printed.replace("·", "." if printed[0].isdigit() else "点")))
    places = POINT.split(printed.rstrip("十百千万亿兆"))
    decimals = len(places[1]) if len(places) > 1 else 0
    groups = (LARGE_GROUPS if printed[0] in HAN_DIGIT else ANY_GROUPS).search(printed)
    power = sum(POWER[character] for character in groups[0]) if groups else 0
    step = Decimal(1).scaleb(power - decimals)
    return Figure(Kind.LABEL, value, step, room_of(value), power=power, decimals=decimals)


def _is_pair(low: str, high: str) -> bool:
    first, second = DIGITS[low], DIGITS[high]
    return second == first + 1 or (first, second) == (3, 5)


def room_of(value: Decimal) -> Decimal:
    """Return one unit of the last digit that is not zero: how far a 余 reaches."""
    return Decimal(1).scaleb(value.normalize().as_tuple().exponent)  # type: ignore[arg-type]


def _with_unit(number: Figure, part: dict[str, str]) -> Figure:
    if not part["unit"]:
        worded = part["group"] or part["bound"] or part["more"]
        large = number.power >= LARGE or not LARGE_WORDS.isdisjoint(part["numeral"])
        measured = worded or number.decimals or large
        return replace(number, kind=Kind.AMOUNT if measured else Kind.LABEL)
    unit = _unit(part["unit"], part["bracket"][1:-1], part["rate"])
    if unit == DEGREE and number.power >= LARGE:
        unit = UNITS["度电"]
    exact = unit.kind in (Kind.COUNT, Kind.DURATION) and not number.power and not number.decimals
    named = replace(
        number,
        kind=unit.kind,
        step=Decimal(0) if exact else number.step,
        unit=unit,
        unit_text=part["group"] + part["unit"] + part["bracket"] + part["rate"],
    )
    if unit.parts > 1:
        return in_whole(named, unit.parts)
    if part["unit"].startswith("个半") and number.value is not None:
        return replace(named, value=number.value + HALF)
    return named


def in_whole(figure: Figure, parts: int) -> Figure:
    """Read 12.5仙 as 0.125 of its currency, 25个基点 as 0.25 points and 3‰ as 0.3 %."""
    return replace(
        figure,
        value=figure.value and plain(figure.value / parts),
        low=figure.low and plain(figure.low / parts),
        high=figure.high and plain(figure.high / parts),
        step=figure.step / parts,
        room=figure.room / parts,
        power=figure.power + 1 - len(str(parts)),
    )


def _unit(name: str, bracket: str, rate: str) -> Unit:
    unit = UNITS[name]
    if bracket and unit.dimension == "money":
        unit = UNITS[bracket]
    elif bracket:
        unit = Unit(f"{unit.code}({bracket})", unit.dimension)
    if rate:
        name = rate[1:].lstrip("百千万亿")
        per = UNITS.get(name)
        base = rate[1:].removesuffix(name) + (per.code if per else name)
        unit = Unit(f"{unit.code}/{base}", "rate")
    return unit


def _vague(figure: Figure, *, some: bool) -> Figure:
    """Read 数十亿 and 十几亿: from the unit named to ten of it, or to the next one."""
    low = figure.value
    if low is None:
        return figure
    high = low * 10 if some else low + figure.room
    return replace(figure, value=None, low=low, high=plain(high), modifier=Modifier.APPROX)


def _modifier(part: dict[str, str]) -> Modifier | None:
    if part["bound"]:
        return bound_of(part["bound"])
    mores = part["more"] + part["late"] + part["last"]
    if "来" in mores:
        return Modifier.APPROX
    return Modifier.GT if "余" in mores or "多" in mores else None
