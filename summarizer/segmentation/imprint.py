"""What a page says about itself: its name, its sections, its makers, its pictures.

    江州日报 · A06 城事 · 第2版 综合      the name of the paper, a section with its page
    园区动态 · 简讯                      a section
    责任编辑 肖远 版式 刘文               who made the page, and how to reach them
    今天多云，偏北风3到4级，8℃            the weather box
    图为江州港。（肖远 摄）                what a picture shows

Everything here reads one folded line.
"""

import re
from collections.abc import Iterator

from summarizer.segmentation.bylines import NAME

LONGEST_BANNER = 10
LONGEST_NOTE = 120
LONGEST_LINE, LONGEST_CAPTION = 60, 200
PAGE = r"第? ?[A-Z]?[0-9一二三四五六七八九十]{1,3} ?版|[A-Z][0-9]{1,2}|0[0-9]"
SECTION = r"[\u4e00-\u9fff·]{2,8}"
LABEL = re.compile(rf"(?:{PAGE})[ :·|/-]{{1,3}}{SECTION}|{SECTION}[ :·|/-]{{1,3}}(?:{PAGE})")
BRIEFS = re.compile(
    r"[简短快微][讯波闻]|快[递报]|速[览递读]|集[锦萃纳]|荟萃|一览|[一本]周|点击|摘要|文摘"
)
SUBJECTS = (
    r"经济|社会|民生|产业|文化|教育|体育|科技|金融|财经|时政|健康|法治|城市|乡村|国际|国内"
    r"|区域|生活"
)
SECTIONS = (
    r"新闻|要闻|动态|[简快短微][讯波闻]|快[递报]|速[递览]|集[锦萃纳]|荟萃|一览|播报|资讯|综合|导读|文摘|传真"
    r"|之窗|之声|视[点野窗界角]|观察|聚焦|关注|焦点|热点|前沿|广角|纵横|扫描|看台|天地|园地|风采|风貌|链接"
    r"|专[版刊题栏]|副刊|[评述]论|时评"
)
BANNER = re.compile(
    rf"[\u4e00-\u9fff]{{2}}(?:{SUBJECTS}|报道|日志|策划)|{SUBJECTS}|文苑|城事|县域|产经|评论|综合"
    rf"|.{{0,8}}(?:{SECTIONS})"
)
LEADS_UP = re.compile(
    r"(?:强调|指出|要求|表示|透露|提出|宣布|讲话)$"
    r"|·|之[一二三四五六七八九十]$|(?:巡礼|回眸|报道|进行时|走基层|摘要|特刊|纪实|[①-⑩])$"
)
MAKERS = (
    r"(?:本版|责任|执行|美术|图片|文字|值班|版面|视觉)"
    r"(?:总编|编辑|编委|主任|校对|总监|设计|责编|美编)|责编|美编|组版"
)
STATED = (
    r"国内统一(?:连续出版物|刊)号|邮发代号|邮政编码|[\u4e00-\u9fff]{0,8}(?:地址|社址)(?= ?:)"
    r"|(?:新闻|爆料|广告|发行|服务|投诉)热线|(?:电子)?(?:邮箱|信箱)|零售(?:每份|价)|每份定价"
)
NAMED = r"编辑|主编|总编辑?|编委|版式|校对|制图|制版|检校|审读|签发|监制|统筹"
REACHED = r"电话|热线|传真|邮编"
FIELDS = (
    rf"{NAMED}|{REACHED}|设计|网址|网站|微信|微博|公众号|投稿|投稿邮箱|联系方式"
    r"|广告|广告部|发行部|编辑部|印刷|承印|定价|E-?mail|QQ|扫码"
)
ADDRESS = r"[A-Za-z0-9._-]{1,30}@[A-Za-z0-9-]{1,30}\.[A-Za-z]{2,5}|https?://|www\."
NUMBER = r"总第? ?[0-9]{2,6} ?期|第[0-9]{3,6}期|今日[0-9一二三四五六七八九十]{1,3}版"
IMPRINT = re.compile(
    rf"[(【\[■□●◎▲◆]? ?(?:(?:{MAKERS}|{STATED})|(?:{FIELDS}) ?[:/]"
    rf"|(?:{NAMED}) (?=[\u4e00-\u9fff]{{2,3}}(?: |$))|(?:{REACHED}) ?(?=[(0-9]))[^。!?]*"
    rf"|[^。]{{0,30}}(?:{ADDRESS})[^。]*"
    rf"|[^。]{{0,20}}(?:{NUMBER})[^。]{{0,30}}"
)
WEATHER = re.compile(r"[^。]{0,40}(?:℃|[风浪][力速]?[0-9]{1,2}.{0,4}级|[0-9]级)[^。]{0,40}。?")
SKY = re.compile(r"晴|多云|阴|[小中大暴阵][雨雪]|气温|天气")
CREDIT = re.compile(
    r"(?:[\u4e00-\u9fff] ?/?摄(?:影)?|资料图片?|资料照片|图片来源.{0,20}|供图|制图|新华社发)[)】]?$"
    r"|[^,。](?:一[角景瞥]|[全外远]景|[俯鸟]瞰图?|(?:示意|效果|实景|资料)图)$"
)
LONG_CREDIT = re.compile(r"[ (。/][\u4e00-\u9fff ]{2,16}(?:/?摄(?:影)?|社发)[)】]{0,2}$")
SHOWN = re.compile(
    r"[(▲▼]?[上下左右]?图(?:为|[: ]).*|.*(?:左至右|[左右]起|[左右][一二三四五]|[前后]排).*"
)
PORTRAYED = re.compile(
    r"[^,。—]{2,24}(?:书记|主任|董事长|总经理|总裁|市长|县长|区长|省长|局长|院长|校长|教授|院士)"
    + NAME
)
SCENE = re.compile(
    r"(?:一[角景瞥]|[全外街远夜美雪风]景|[景鸟俯].{0,2}图|示意图|效果图|现场|车间|厂[房区]|生产线|大[楼厦桥]|[业学科]园区?|基地"
    r"|中心|园区|码头|工地|[省市县区镇村])$"
)
AGENCIES = (
    r"新华社|中新社|中央社|法新社|路透社?|美联社|共同社|韩联社|欧新社|东方[Ii][Cc]|视觉中国|影像东方|新华网|人民网"
    r"|Shutterstock|Getty(?: ?Images)?|AP|AFP|Reuters|[\u4e00-\u9fff]{2,8}(?:新闻处|资料室|摄影部)"
)
GIVEN = (
    r"(?:图片?|照片|资料图片?|资料照片|截图|影片截图|网页截图|画面|提供|供图|翻摄|摄影?|制图|绘图?)"
)
ENDING = re.compile(
    rf"(?:[(/。 ]|记者[\u4e00-\u9fff]{{2,4}}/?)[^()。]{{0,16}}{GIVEN}[)】]?$"
    r"|[\u4e00-\u9fff]{2,4} ?/?摄(?:影)?[)】]?$"
)
BY_AGENCY = re.compile(
    rf"(?:[(。 ]|^)(?:{AGENCIES})(?:发|图片?|资料图片?|记者[\u4e00-\u9fff]{{2,4}}摄)?[)】。]?$"
)
ALONE = re.compile(
    rf"[(【]?(?:图表?|摄影?|制图|绘图|供图|漫画|图片来源|资料来源|图片|照片)[/: ].{{1,16}}[)】]?"
    rf"|[(【]?[^,。()]{{0,16}}(?:{GIVEN[3:]}[)】]?|[(【]?(?:{AGENCIES})(?:发|图片)?[)】]?"
    rf"|[(【]?(?:本报)?记者?[\u4e00-\u9fff·、/ ]{{2,12}}/?摄影?(?:[(].{{2,10}}[)])?[)】]?"
)
IN_PICTURE = re.compile(
    r"[(](?:[左右中前后上下]|[左右][一二三四五六起]|[前后]排)[^()]{0,4}[)]|左起|右起|左至右"
)
TAKEN = re.compile(r"[图影摄]|照片|画面")
BUTTONS = (
    "打印|关闭|收藏|展开|返回顶部|返回列表|复制链接|纠错|推荐阅读|相关阅读|延伸阅读|更多新闻|上一篇|下一篇"
    "|分享|点赞|扫码"
    "|评论|阅读全文|点击查看|查看更多|网友评论"
)
ORIGIN = (
    "分享[到至]|来源|原文链接|本文链接|更新时间|发布时间|浏览次数|阅读次数|点击数|关键词"
    "|标签|责任编辑|编辑|Copyright"
)
WEB = re.compile(
    rf"(?:【?(?:字号|字体)[:]?.*|[【\[ ]*(?:{BUTTONS})[】\] ]*)+.{{0,4}}|(?:{ORIGIN}) ?[:(].*"
    r"|(?:©|\(C\)|版权所有|Copyright).*|.{0,20}(?:版权所有|未经授权).{0,40}"
    r"|[(]更新时间.*|(?:首页|主页) ?>.*"
)
NOISE = re.compile(r"第? ?[A-Z]?[0-9]{1,3} ?版?|[A-Z][0-9]{1,2}|[-—·•=*_~ ]+")


def is_imprint(text: str) -> bool:
    """Say whether a folded line tells who made the page, or where to write to."""
    if NOISE.fullmatch(text):
        return True
    return len(text) <= LONGEST_NOTE and IMPRINT.fullmatch(text) is not None


def is_weather(text: str) -> bool:
    """Say whether a folded line is the weather box: sky, wind and degrees without a story."""
    return WEATHER.fullmatch(text) is not None and SKY.search(text) is not None


def is_page_label(text: str) -> bool:
    """Say whether a folded line names a section with its page: A06 城事."""
    return LABEL.fullmatch(text) is not None


def is_section_name(text: str) -> bool:
    """Say whether a folded line is what newspapers call a section: 园区要闻, 简讯."""
    name = text.replace(" ", "")
    return len(name) <= LONGEST_BANNER and BANNER.fullmatch(name) is not None


def leads_up(text: str) -> bool:
    """Say whether a folded line leads up to a headline below it: 省委常委会强调, 巡礼之三."""
    return LEADS_UP.search(text) is not None


def announces_briefs(text: str) -> bool:
    """Say whether a banner announces short items: 简讯, 一周要闻."""
    return BRIEFS.search(text.replace(" ", "")) is not None


def is_caption(text: str) -> bool:
    """Say whether a folded line tells what a picture shows, or who took it."""
    if len(text) > LONGEST_LINE:
        return len(text) <= LONGEST_CAPTION and LONG_CREDIT.search(text[-24:]) is not None
    return any((CREDIT.search(text[-24:]), SHOWN.fullmatch(text), PORTRAYED.fullmatch(text)))


def shows_scene(text: str) -> bool:
    """Say whether a folded line names what a picture shows: 园区一角, 生产车间."""
    return SCENE.search(text) is not None


def is_agency(text: str) -> bool:
    """Say whether a folded text is nothing but the name of an agency, in brackets or not."""
    return BY_AGENCY.fullmatch(text) is not None


def is_web(text: str) -> bool:
    """Say whether a folded line is furniture of a web page: 打印, 分享到, 版权所有."""
    return len(text) <= LONGEST_LINE and WEB.fullmatch(text) is not None


def credited(text: str) -> Iterator[str]:
    """Yield the cues that a folded paragraph is a caption, or the credit of a picture."""
    end = text[-30:]
    if len(text) <= LONGEST_LINE and TAKEN.search(text) and ALONE.fullmatch(text):
        yield "credit alone"
    if ENDING.search(end) if TAKEN.search(end) or "提供" in end else False:
        yield "credit at the end"
    if BY_AGENCY.search(end):
        yield "agency at the end"
    if IN_PICTURE.search(text[:LONGEST_CAPTION]):
        yield "places in the picture"
    if SHOWN.match(text[:12]):
        yield "tells what is shown"
