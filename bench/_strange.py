"""Pages that repeat one thing without end: what a room might read anew for each figure or mark.

A page is a head, a piece printed over and over, and a tail. `{n}` in the piece counts from
1001 on, so that figures differ and names are many, and none is longer than another; `{m}` counts
modulo ten.
"""

from dataclasses import dataclass

OPENING = "霁川园区上半年运行平稳\n\n霁川日报讯 据悉，"
"""A headline, and where the body begins."""


@dataclass(frozen=True, slots=True)
class Strange:
    """A page of a name that repeats a piece."""

    piece: str
    head: str = OPENING
    tail: str = ""

    def text(self, size: int) -> str:
        """Print about so many characters of it."""
        out, length, n = [self.head], len(self.head), 1000
        while length < size:
            n += 1
            out.append(self.piece.format(n=n, m=n % 10))
            length += len(out[-1])
        return "".join((*out, self.tail))


SENTENCES = {
    "plain": "今年上半年，园区完成产值{n}亿元，同比增长{m}.5%。",
    "paragraphs": "今年上半年，园区完成产值{n}亿元，同比增长{m}.5%。\n",
    "owners": "霁川{n}号区完成产值{n}亿元。",
    "zones": "青岚{m}高新区、霁川{m}经开区、云渡{m}保税区，",
    "firms": "霁川{n}科技公司产值{m}亿元；",
    "firms in a list": "霁川{n}科技公司、",
    "pointers": "该园区产值{n}亿元，该公司利润{m}亿元。",
    "quotations": "“产值{n}亿元。”王明说，",
    "speakers": "“产值达到{n}亿元。”霁川高新区主任李明说。",
    "plans": "力争产值达到{n}亿元，计划投资{m}亿元。",
    "times": "201{m}年{m}月，产值{n}亿元。",
    "headed": "其中，工业产值{n}亿元。",
    "subheads": "一、产值\n产值{n}亿元。\n\n",
    "articles": "园区第{n}家工厂开工\n\n本报讯（记者 王明）园区工厂产值{n}亿元。\n\n\n",
    "jumps": "（下转第{m}版）\n\n（上接第{m}版）\n\n",
    "continued": "园区产值{n}亿元，增长\n（下转第2版）\n\n",
    "bylines": "记者 王明 李强 张伟 通讯员 陈立\n",
}
"""Sentence after sentence."""

FIGURES = {
    "projects": "项目{n}个、",
    "firms counted": "企业{n}家，",
    "outputs": "完成产值{n}亿元，",
    "outputs and rates": "完成产值{n}亿元，增长{m}.5%，",
    "outputs, semicolons": "完成产值{n}亿元；",
    "shared out": "工业、农业、商业分别为{n}亿元、{m}亿元、3亿元，",
    "shared without end": "分别增长{m}%、",
    "of which": "其中工业{n}亿元，",
    "parts": "其中工业{n}亿元、农业{m}亿元，占{m}%，",
    "shares": "工业占{m}%，",
    "changes": "由{m}亿元增长到{n}亿元，",
    "growth on growth": "增长{m}%，增幅提高{m}个百分点，",
    "ranges": "{n}-{n}亿元，",
    "ranges in words": "{m}亿至{n}亿元，",
    "ranked": "产值居第{m}位，",
    "totals": "共{n}个，合计{m}个，总计{n}个，",
    "own zones": "霁川{n}高新区产值{m}亿元，",
    "own firms": "霁川{n}科技公司产值{m}亿元，",
    "owners behind": "投资{m}亿元的霁川{n}项目，",
    "pointed to": "该园区产值{m}亿元，该项目投资{n}亿元，",
    "planned": "力争产值{n}亿元，",
    "designed": "达产后可实现产值{n}亿元，",
    "dated": "{m}月产值{n}亿元，",
    "compared": "比上年多{n}亿元，高于全国{m}个百分点，",
    "on averages": "平均每亩{n}万元，",
    "products": "每亩{m}万元，共{n}亩，",
    "multiples": "是上年的{m}倍，",
    "currencies": "{n}美元（合{m}元人民币），",
    "bracketed": "产值（{n}亿元）",
    "sites": "占地{n}亩，建筑面积{m}平方米，",
    "bare": "{n}，",
    "percentages": "{m}.5%、",
    "years": "20{m}8年、",
    "ideographs": "三十{m}亿元、",
    "half named": "项目{n}，",
}
"""Figure after figure of one sentence that never ends."""

TABLES = {
    "column": "{n}亿\n",
    "table": "工业\t{n}\t{m}\t7.5\n",
    "table with spaces": "工业  {n}  {m}  7.5\n",
    "table of rates": "工业\t{n}亿元\t增长{m}%\n",
    "wide table": "{n}\t",
    "pipes": "| 工业 | {n} | {m} |\n",
    "rows of words": "工业\t农业\n",
    "headed again": "指标\t单位\t数值\n工业\t亿元\t{n}\n",
    "bare numbers": "{n}\n",
    "leaders": "工业……{n}\n",
}
"""Rows of figures."""

MARKS = {
    "digits": "1",
    "digits and commas": "1,",
    "thousands": "111,",
    "decimals": "1.",
    "dates": "1.1",
    "one and blank": "1 ",
    "full width digits": "１",
    "full width digits and commas": "１，",
    "ideographic digits": "一",
    "tens": "十",
    "hundreds": "百",
    "zeros": "〇",
    "tens of thousands": "万",
    "myriads": "1万",
    "hyphens": "-",
    "ranges of digits": "1-",
    "tildes": "1~",
    "slashes": "1/",
    "percents": "%",
    "ones of percents": "1%",
    "colons": "1:",
    "crosses": "1×",
    "bracket opens": "（",
    "bracket opens on a figure": "（1亿元",
    "bracket closes": "）",
    "book opens": "《",
    "quote opens": "“",
    "quote opens on words": "“园区",
    "quotes nested": "“‘",
    "quotes closed": "“园区”",
    "commas": "，",
    "full stops": "。",
    "enumeration": "、",
    "semicolons": "；",
    "dots": "…",
    "ellipses": "......",
    "spaces": " ",
    "ideographic spaces": "　",
    "blank lines": "\n",
    "blank lines with spaces": " \n",
    "tabs": "\t",
    "letters": "a",
    "words of letters": "ab ",
    "capitals": "A1",
    "addresses": "http://a.b/",
    "invisible": "1\u200b",
    "combining": "1\u0301",
    "superscripts": "1²",
    "fractions": "½",
    "circled": "①",
    "pictures": "📈",
    "rare": "𠮷",
    "endless words": "项目建设进展顺利",
    "names": "王明 ",
    "titles": "霁川项目开工\n\n",
    "growth": "同比增长",
    "shares out": "分别",
    "of": "的",
    "new technologies": "新技术",
    "of which alone": "其中",
    "years of words": "今年",
    "zones alone": "高新区",
    "firms alone": "公司",
}
"""One mark or word."""
