"""Who wrote it: the forms in which newspapers print their authors.

    ► 肖远 刘文 · □ 本报记者 肖远        a mark, an office, names
    【記者林遠／南屏報導】               with the place, as in Hong Kong and Taiwan
    文/本报记者 肖远 图/本报记者 刘文      who did what
    （本报通讯员 刘文）                  in brackets, below the text
    肖远 刘文                          nothing but names: what they are, the neighbours tell

A byline is cut at its marks and offices, and each piece that is left must be a name or a word of
the trade: names are few characters behind one of some six hundred surnames.
"""

import re

LONGEST = 60
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
    "种句麦植初郄苑禤敬银颉亓阳兰占亢税鄢庹楚辜谌卿鹿迟尉隋信芦宛粟蹇栗由佴"
)
COMPOUND = (
    "欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|司空|端木|南宫|呼延|西门|独孤"
)
PLACES = "省市县区州乡镇村"
NAME = (
    rf"(?:(?:{COMPOUND})[\u4e00-\u9fff]{{1,2}}"
    rf"|[{SURNAMES}] ?[\u4e00-\u9fff](?:(?![{PLACES}])[\u4e00-\u9fff])?)"
)
NAMES = re.compile(rf"[(]?{NAME}(?:[ 、,/]{{1,3}}{NAME}){{0,4}}[)]?")
MARKS = "►▶▷▲△▼▽■□◆◇●○◎⊙★☆※◀"
OFFICE = re.compile(
    r"(?:(?:本[报刊社网台版]|[\u4e00-\u9fff]{2,8}[报社网刊台]) ?)?(?:驻[\u4e00-\u9fff]{1,6}?)? ?"
    r"(?:见习|实习|特约|首席|全媒体|融媒体|高级|特派)?"
    r"(?:记者|通讯员|评论员|撰稿人?|特派员|实习生|作者|撰文|采写|编译|整理|执笔)"
)
FOREIGN = re.compile(r"[A-Z][A-Za-z.]+|[\u4e00-\u9fff]{2,8}·[\u4e00-\u9fff·]{2,12}")
SHORT = re.compile(r"[\u4e00-\u9fff]{2,3}|文|图|摄")
PIECE = re.compile(
    rf"{NAME}|{FOREIGN.pattern}|[\u4e00-\u9fff]{{0,4}}(?:报道|报导|电|供稿|统筹|策划)|发自[\u4e00-\u9fff]{{2,4}}"
)
OPENERS = f"{MARKS}(【[〔"
HINT = re.compile(
    r"记者|[论讯派]员|作者|撰|编译|整理|执笔|采写|实习生|[文图][/:]|居民|读者|[市村]民|网友"
)
OURS = re.compile(rf"[{MARKS}(【]? ?本[报刊社网台](?:见习|实习|特约|首席)?(?:记者|通讯员)[ :]")
GAP = re.compile(rf"[ 、,;:/|()【】〔〕\[\]{MARKS}]+")
REPORTER = re.compile(
    r"[(【〔]?(?:[\u4e00-\u9fff]{2,8})?(?:记者|撰文|作者|特约|评论员|通讯员|编辑部)[:/ ]?"
    rf"(?:{NAME}[ 、]?){{0,3}}(?:[/ ].{{0,10}}报[导道])?[)】〕]?"
)
COLUMN = re.compile(
    r"读者来[论信]|[\u4e00-\u9fff]{2,6}(?:作者群|编辑部|来论|观点|专栏|笔记|随笔|组)"
)
PEN = re.compile(
    rf"[{MARKS}] ?[\u4e00-\u9fffA-Za-z·]{{2,8}}(?:[ 、,/]{{1,3}}[\u4e00-\u9fff·]{{2,4}}){{0,4}}"
)
SUPPLIED = re.compile(
    r"[(【][\u4e00-\u9fff、 ]{2,24}(?:供稿|撰稿|提供)[)】]|[(]作者[系为是][^()]{2,40}[)]"
)
CREDIT = re.compile(r"(?:摄(?:影)?|供图|资料图片?|资料照片)[)】]?$")
READER = re.compile(r"[\u4e00-\u9fff]{0,10}(?:读者|居民|市民|村民|网友) ?" + NAME)


def is_byline(text: str) -> bool:
    """Say whether a folded line names its authors by office or mark, and says nothing else."""
    if len(text) > LONGEST or not (text[0] in OPENERS or HINT.search(text)):
        return False
    if SUPPLIED.fullmatch(text) or READER.fullmatch(text):
        return True
    credited = CREDIT.search(text) and "文" not in text
    return not credited and _names_authors(text)


def _names_authors(text: str) -> bool:
    rest, offices = OFFICE.subn(" ", text)
    if not (offices or text[0] in MARKS or text.startswith(("文/", "文:", "图/"))):
        return False
    pieces = [piece for piece in GAP.split(rest) if piece]
    named = any(could_be_name(piece) or FOREIGN.fullmatch(piece) for piece in pieces)
    sure = named or (bool(pieces) and OURS.match(text) is not None)
    return sure and all(SHORT.fullmatch(piece) or PIECE.fullmatch(piece) for piece in pieces)


def is_pen_name(text: str) -> bool:
    """Say whether a folded line is a mark and a few words: authors, or the name of a column."""
    return PEN.fullmatch(text) is not None


def is_names(text: str) -> bool:
    """Say whether a folded line could be nothing but names, and is no word (金融, 公 告)."""
    return NAMES.fullmatch(text) is not None and not _is_word(text.replace(" ", ""))


def could_be_name(text: str) -> bool:
    """Say whether a folded line could be a name, even one that is a word too (常乐)."""
    return NAMES.fullmatch(text) is not None


def is_phrase(text: str) -> bool:
    """Say whether what could be a name also is a verb and its object: 惠民生."""
    import rjieba

    given = text[1:]
    return len(given) == 2 and rjieba.has_word(given) and rjieba.tag(given)[0][1] == "n"  # noqa: PLR2004 - 民生


def _is_word(text: str) -> bool:
    """Say whether a line is a word of the language and not a name (金融, 简讯)."""
    import rjieba

    words = rjieba.tag(text)
    return len(words) == 1 and rjieba.has_word(text) and not words[0][1].startswith("nr")


def names_reporter(text: str) -> bool:
    """Say whether a folded line is an office and perhaps a name: 记者林远, 南屏新闻记者."""
    return REPORTER.fullmatch(text) is not None


def is_column_name(text: str) -> bool:
    """Say whether a folded line could be the name of a column or of those who write it."""
    return COLUMN.fullmatch(text) is not None
