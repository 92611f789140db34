"""Lines that a web page says of itself, and what they tell of the paper.

来源：柳湾日报　作者：宁采薇　2021-02-03 16:40      source, author, date
本报记者 宁采薇《鹭川日报》（2024年03月05日第06版）  the same, in an archive of a paper
【打印】【关闭】 · 查看原文 · © 柳湾网              buttons and rights: furniture
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from summarizer.reading.blocks import Para
from summarizer.setting import Declared
from summarizer.text import fold

LONGEST = 90
BUTTON = (
    r"(?:我要)?打印(?:本[页文稿])?|关闭(?:本?窗口|本页)?|收藏(?:本[页文])?|分享(?:到|至)?|复制链接"
    r"|纠错|举报|点赞|评论"
    r"|返回(?:顶部|首页|列表|上[一页级]+)?|(?:阅读|查看|点击(?:查看)?|浏览)(?:原文|全文|更多|原[帖网]页?)(?:链接)?"
    r"|字[号体](?:大小)?|[大中小]|默认|上一[篇页条]|下一[篇页条]|微信|微博|QQ(?:空间)?|朋友圈|扫一扫|手机(?:版|看)"
    r"|首页|登[录陆]|注册|更多(?:>>)?|加载(?:更多|中)|展开(?:全文)?|收起|无障碍|繁体|简体|TOP|顶部|电脑版"
)
BUTTONS = re.compile(rf"(?:[【\[(|·•>《「\s]*(?:{BUTTON})[】\])|·•:>》」\s]*)+", re.IGNORECASE)
STATED = re.compile(
    r"(?:原[始文]?(?:网址|链接|地址|标题)|(?:本文)?(?:网址|链接|地址)|(?:文章|新闻)?(?:来源|稿源|出处|转载自)|消息来源"
    r"|责任编辑|责编|本文编辑|编辑|审核|校对|终审|一审|二审|三审|编校|初审|复审|审校|网络编辑|监制|值班编辑"
    r"|(?:浏览|点击|阅读|访问|阅览|查看)(?:次数|量|数|率)?|发布(?:时间|日期|单位|机构|于|者)?|更新(?:时间|日期|于)|(?:发表|刊登|发稿|采编|录入)(?:时间|日期|于)?"
    r"|时间|日期|当前位置|(?:您|你)?(?:现在|当前)?的?位置|(?:相关|推荐|延伸|热门)(?:新闻|阅读|链接|文章|报道|专题)"
    r"|电子邮[件箱]|邮箱|E-?mail|关键[词字]|标签|Tags?|栏目|频道|分类|版权(?:声明|所有)?|免责声明|声明|扫码)"
    r"(?: ?:.*| https?:.*)",
    re.IGNORECASE,
)
RIGHTS = re.compile(
    r".*(?:©|Copyright|All rights reserved|版权所有|ICP备|公网安备|技术支持"
    r"|未经(?:书面)?(?:授权|许可)|不得转载|新闻信息服务许可|互联网新闻|网站地图|联系我们).*",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"[<(\[]?(?:https?://|www\.)[^\s<>\u4e00-\u9fff]{3,300}[>)\]]?")
MAIL = re.compile(r"[A-Za-z0-9._-]{1,40}@[A-Za-z0-9.-]{3,60}")
MOMENT = (
    r"(?:19|20)[0-9]{2} ?(?:年|[-/.]) ?[01]?[0-9] ?(?:月|[-/.]) ?[0-3]?[0-9] ?日?"
    r"(?:[ T,]{0,3}(?:星期[一二三四五六日天] ?)?[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?)?"
)
MOMENTS = re.compile(rf"[(\[]?(?:{MOMENT})[)\]]?")
PAPER_AND_PAGE = re.compile(rf"《[\u4e00-\u9fff]{{2,12}}》 ?[(]? ?{MOMENT}[^()]{{0,16}}[)]?")
LABEL = re.compile(
    r"(?:(?:信息|文章|新闻|稿件|消息)?来源|稿源|出处|作者|记者|撰稿|撰文|文字|责任编辑|责编|编辑|审核|发布(?:时间|日期|单位|机构)?|更新时间|时间|日期"
    r"|(?:浏览|点击|阅读|访问)(?:次数|量|数)?|字[号体]|分享) ?:"
)
AUTHOR = re.compile(r"(?:作者|记者|撰稿|撰文|文字) ?: ?(.{2,30})")
NEWS = re.compile(r"[。!?].*[。!?]|[,;][^,;]*[,;].*。")


def is_aside(line: str) -> bool:
    """Say whether a line is a button, a right, an address or a statement of the web page."""
    folded = fold(line).strip()
    if not folded or len(folded) > LONGEST or NEWS.search(folded):
        return False
    forms = (BUTTONS, STATED, RIGHTS, ADDRESS, MAIL, MOMENTS, PAPER_AND_PAGE)
    return any(form.fullmatch(folded) for form in forms)


def settled(para: Para) -> Iterator[Para]:
    """Yield a paragraph, cut into its statements where it is made of them: source, author, date."""
    if para.declared not in (Declared.PARAGRAPH, Declared.ASIDE) or len(para.text) > LONGEST * 2:
        yield para
        return
    pieces = tuple(_statements(para.text))
    kinds = [_declared(piece) for piece in pieces]
    if all(kinds):
        for piece, kind in zip(pieces, kinds, strict=True):
            yield Para(piece, kind or Declared.ASIDE)
    else:
        yield para


def _statements(text: str) -> Iterator[str]:
    """Yield the pieces of a line between labels, moments and a paper's name."""
    folded = fold(text)
    forms = (LABEL, MOMENTS, PAPER_AND_PAGE, SIGNED)
    found = [match for form in forms for match in form.finditer(folded)]
    covered = [match.span() for match in PAPER_AND_PAGE.finditer(folded)]
    labelled = {match.end() for match in LABEL.finditer(folded)}
    edges = {0, len(text)}
    for match in found:
        start, end = match.span()
        if any(left < start < right for left, right in covered):
            continue
        if folded[:start].rstrip() and _end_of(folded, start) not in labelled:
            edges.add(start)
        if match.re is not LABEL:
            edges.add(end)
    for start, end in pairwise(sorted(edges)):
        piece = text[start:end].strip(" \u3000|｜·\t\xa0\n")
        if piece:
            yield piece


def _end_of(text: str, at: int) -> int:
    return len(text[:at].rstrip())


def _declared(piece: str) -> Declared | None:
    folded = fold(piece).strip()
    if AUTHOR.fullmatch(folded) or OFFICE.fullmatch(folded):
        return Declared.BYLINE
    return Declared.ASIDE if is_aside(folded) or PAPER_LINE.fullmatch(folded) else None


SIGNED = re.compile(
    r"(?:本报)?(?:记者|通讯员|作者) [\u4e00-\u9fff·]{2,4}(?: [\u4e00-\u9fff·]{2,4}){0,3}"
)
PAPER_LINE = re.compile(
    r"《?[\u4e00-\u9fff]{2,10}(?:[报刊网]|周末|新闻)》?"
    r"(?: ?(?:第 ?)?[A-Z]?[0-9一二三四五六七八九十]{1,3} ?版.{0,6})?"
)


OFFICE = re.compile(
    r"[(【]?(?:[\u4e00-\u9fff]{1,10}[报社网台刊])? ?(?:见习|实习|特约|首席|全媒体|融媒体|特派)?"
    r"(?:记者|通讯员|评论员|作者|撰稿)[: ]{1,3}[\u4e00-\u9fffA-Za-z·、 ]{2,24}[)】]?"
)
