"""Kinds of figures that newspapers print, several of each: value, ends, unit, bound."""

from decimal import Decimal

import pytest

from summarizer.quantities import find_quantities
from summarizer.quantity import FIGURES, Quantity

LOOSELY = {"gt": "ge", "lt": "le"}
READ = [
    (
        "逾1/3的农户参加了保险。",
        "1/3",
        {"value": "33.33", "unit": "%", "modifier": "ge"},
    ),  # a fraction with a slash
    (
        "2/3以上的代表投了赞成票。",
        "2/3",
        {"value": "66.67", "unit": "%", "modifier": "ge"},
    ),  # a fraction with a slash
    (
        "超過3/4受訪者表示支持。",
        "3/4",
        {"value": "75", "unit": "%", "modifier": "ge"},
    ),  # a fraction with a slash
    ("面积缩小了近3/5。", "3/5", {"value": "-60", "unit": "%"}),  # a fraction with a slash
    (
        "全县共有贫困户2\n300多户，去年脱贫。",
        "300多户",
        {"value": "2300"},
    ),  # a number over a line end
    ("收到作品6\n500余幅。", "500余幅", {"value": "6500"}),  # a number over a line end
    ("全镇人口3.\n5万人，", "5万人", {"value": "35000"}),  # a number over a line end
    ("今年完成投资12.\n6亿元。", "6亿元", {"value": "1260000000"}),  # a number over a line end
    ("一场婚礼下来花费8万。", "8万", {"value": "80000", "unit": "CNY"}),  # money without 元
    ("去年公司盈利超过2.3亿。", "2.3亿", {"value": "230000000", "unit": "CNY"}),  # money without 元
    ("镇里补贴了15万，村民自筹7万。", "7万", {"value": "70000", "unit": "CNY"}),  # money without 元
    (
        "项目总投资50亿，分三期建设。",
        "50亿",
        {"value": "5000000000", "unit": "CNY"},
    ),  # money without 元
    ("他欠下外债120万。", "120万", {"value": "1200000", "unit": "CNY"}),  # money without 元
    ("月薪2万起步。", "2万", {"value": "20000", "unit": "CNY"}),  # money without 元
    ("彩礼要18万。", "18万", {"value": "180000", "unit": "CNY"}),  # money without 元
    ("高铁时速350公里。", "350公里", {"value": "350", "unit": "km/h"}),  # a speed
    ("最高时速达到605公里。", "605公里", {"value": "605", "unit": "km/h"}),  # a speed
    ("车速由时速80公里提到100公里。", "100公里", {"value": "100", "unit": "km/h"}),  # a speed
    ("该车时速可达200公里以上。", "200公里以上", {"value": "200", "unit": "km/h"}),  # a speed
    ("检查车辆1200台次。", "1200台次", {"value": "1200", "unit": "台次"}),  # a compound classifier
    ("完成周转量2.4亿吨公里。", "2.4亿吨公里", {"value": "240000000"}),  # a compound classifier
    (
        "接待游客230万人次。",
        "230万人次",
        {"value": "2300000", "unit": "人次"},
    ),  # a compound classifier
    ("供水5000户次。", "5000户次", {"value": "5000", "unit": "户次"}),  # a compound classifier
    (
        "补助五至六百元。",
        "五至六百元",
        {"low": "500", "high": "600", "unit": "CNY"},
    ),  # a power of ten said once
    (
        "收获二至三万斤。",
        "二至三万斤",
        {"low": "20000", "high": "30000", "unit": "斤"},
    ),  # a power of ten said once
    (
        "招工兩到三百人。",
        "兩到三百人",
        {"low": "200", "high": "300", "unit": "人"},
    ),  # a power of ten said once
    (
        "高四五百米。",
        "四五百米",
        {"low": "400", "high": "500", "unit": "m"},
    ),  # a power of ten said once
    ("培育3个千亿级产业。", "3个", {"value": "3"}),  # a size behind a count
    ("形成两个千亿级集群。", "两个", {"value": "2"}),  # a size behind a count
    ("建设八个十亿级园区。", "八个", {"value": "8"}),  # a size behind a count
    ("新增12个亿元级项目。", "12个", {"value": "12"}),  # a size behind a count
    ("股指连升五个交易日。", "五个", {"kind": "duration"}),  # a length of time
    ("為期兩星期的展覽。", "兩星期", {"kind": "duration"}),  # a length of time
    ("连续4个季度增长。", "4个季度", {"kind": "duration"}),  # a length of time
    ("历时18个昼夜。", "18个", {"kind": "duration"}),  # a length of time
    ("最高罚款10万元。", "10万元", {"modifier": "le"}),  # a bound away from its number
    ("最多可申请贷款30万元。", "30万元", {"modifier": "le"}),  # a bound away from its number
    (
        "人均耕地不足全国的三分之一。",
        "三分之一",
        {"modifier": "le"},
    ),  # a bound away from its number
    ("年最高产能可达8万吨。", "8万吨", {"modifier": "le"}),  # a bound away from its number
    ("超过全市总量的一半。", "一半", {"modifier": "ge"}),  # a bound away from its number
    ("上限为60岁。", "60岁", {"modifier": "le"}),  # a bound away from its number
    ("罰款最高5萬元。", "5萬元", {"modifier": "le"}),  # a bound away from its number
    ("全市户籍人口超过500万。", "500万", {"value": "5000000"}),  # people without 人
    ("城镇人口达1.2亿。", "1.2亿", {"value": "120000000"}),  # people without 人
    ("粉丝数超1000万。", "1000万", {"value": "10000000"}),  # people without 人
    ("旅游从业者20万。", "20万", {"value": "200000"}),  # people without 人
    ("第100万名用户注册。", "第100万", {"value": "1000000"}),  # a place in an order
    ("第3千辆车下线。", "第3千", {"value": "3000"}),  # a place in an order
    ("第500万台冰箱出厂。", "第500万", {"value": "5000000"}),  # a place in an order
    ("第五百万辆自行车。", "第五百万", {"value": "5000000"}),  # a place in an order
    ("他身高一米八。", "一米八", {"value": "1.8", "unit": "m"}),  # a digit behind a unit
    ("菜价三块五一斤。", "三块五", {"value": "3.5"}),  # a digit behind a unit
    ("身高1米75。", "1米75", {"value": "1.75", "unit": "m"}),  # a digit behind a unit
    ("门宽1米2。", "1米2", {"value": "1.2", "unit": "m"}),  # a digit behind a unit
    ("跳高跳过两米三。", "两米三", {"value": "2.3", "unit": "m"}),  # a digit behind a unit
    ("油价七块九一升。", "七块九", {"value": "7.9"}),  # a digit behind a unit
    ("卖了五块六毛。", "五块六毛", {"value": "5.6", "unit": "CNY"}),  # a digit behind a unit
    ("月入1万2。", "1万2", {"value": "12000"}),  # a digit behind a power of ten
    ("一台卖两万三。", "两万三", {"value": "23000"}),  # a digit behind a power of ten
    ("存了一百二十万。", "一百二十万", {"value": "1200000"}),  # a digit behind a power of ten
    ("补偿了三万六。", "三万六", {"value": "36000"}),  # a digit behind a power of ten
    ("产量为上年的１·５倍。", "１·５倍", {"value": "1.5", "kind": "multiple"}),  # a raised point
    ("面积达４·２万亩。", "４·２万亩", {"kind": "amount"}),  # a raised point
    ("人口１·２亿。", "１·２亿", {"value": "120000000"}),  # a raised point
    ("达到２·１５万人。", "２·１５万人", {"value": "21500", "kind": "count"}),  # a raised point
    ("每吨比上周便宜50元。", "50元", {"value": "-50"}),  # a fall
    ("票价下浮10%。", "10%", {"value": "-10"}),  # a fall
    ("能耗下降4.1%。", "4.1%", {"value": "-4.1"}),  # a fall
    ("运费砍掉两成。", "两成", {"value": "-20"}),  # a fall
    ("三分之一二手车商转型。", "三分之一", {"value": "33.33"}),  # a border of words
    ("合格率百分之百。", "百分之百", {"value": "100", "unit": "%"}),  # all
    ("他有百分百的把握。", "百分百", {"value": "100", "unit": "%"}),  # all
    ("入學率達百分百。", "百分百", {"value": "100", "unit": "%"}),  # all
    ("兑付率百分之一百。", "百分之一百", {"value": "100", "unit": "%"}),  # all
    ("约占全市的35%。", "35%", {"modifier": "approx"}),  # about, over a verb
    ("每年约产生3万吨垃圾。", "3万吨", {"modifier": "approx"}),  # about, over a verb
    ("全程大约为12公里。", "12公里", {"modifier": "approx"}),  # about, over a verb
    ("大約要等40分鐘。", "40分鐘", {"modifier": "approx"}),  # about, over a verb
    ("面积约相当于20个足球场。", "20个", {"modifier": "approx"}),  # about, over a verb
    ("大致维持在5%。", "5%", {"modifier": "approx"}),  # about, over a verb
    ("约由30人组成。", "30人", {"modifier": "approx"}),  # about, over a verb
    ("发射催泪弹160發。", "160發", {"value": "160"}),  # a classifier
    ("影院设有180座位。", "180座位", {"value": "180"}),  # a classifier
    ("繳獲子彈300粒。", "300粒", {"value": "300", "unit": "粒"}),  # a classifier
    ("种桑1200垄。", "1200垄", {"value": "1200", "unit": "垄"}),  # a classifier
    ("配备60护士。", "60护士", {"value": "60"}),  # a classifier
    ("缝制旗袍35袭。", "35袭", {"value": "35", "unit": "袭"}),  # a classifier
    ("编织竹席400领。", "400领", {"value": "400", "unit": "领"}),  # a classifier
    ("跻身全国百强县前二十名。", "二十名", {"kind": "rank"}),  # a rank
    ("居全球前十。", "十", {"kind": "rank"}),  # a rank
    ("跻身世界前50强。", "50强", {"kind": "rank"}),  # a rank
    ("位列全國前15位。", "15位", {"kind": "rank"}),  # a rank
    (
        "满10人（含10人）以上可团购。",
        "10人",
        {"value": "10", "unit": "人", "modifier": "ge"},
    ),  # including the bound
    (
        "20万元（含20万元）以下免税。",
        "20万元",
        {"value": "200000", "unit": "CNY", "modifier": "le"},
    ),  # including the bound
    ("3年（含）以内的企业。", "3年", {"value": "3", "modifier": "le"}),  # including the bound
    (
        "500萬元（含）以上。",
        "500萬元",
        {"value": "5000000", "modifier": "ge"},
    ),  # including the bound
    ("攝氏30度高溫。", "30度", {"value": "30", "unit": "Cel"}),  # heat
    ("华氏98.6度。", "98.6度", {"value": "98.6", "unit": "[degF]"}),  # heat
    ("氣溫介乎攝氏18度至23度。", "23度", {"unit": "Cel"}),  # heat
    ("零下15摄氏度。", "15摄氏度", {"value": "-15", "unit": "Cel"}),  # heat
    (
        "票价从60到1200元不等。",
        "60到1200元",
        {"low": "60", "high": "1200", "unit": "CNY"},
    ),  # ends of unlike size
    (
        "补贴由300至2万元不等。",
        "300至2万元",
        {"low": "300", "high": "20000", "unit": "CNY"},
    ),  # ends of unlike size
    (
        "售價由80萬至1.2億元。",
        "80萬至1.2億元",
        {"low": "800000", "high": "120000000"},
    ),  # ends of unlike size
    (
        "身家从3000万到2亿美元。",
        "3000万到2亿美元",
        {"low": "30000000", "high": "200000000", "unit": "USD"},
    ),  # ends of unlike size
    ("城墙高三丈。", "三丈", {"value": "3"}),  # an old measure
    ("离城约三十里。", "三十里", {"value": "30"}),  # an old measure
    ("打谷二十担。", "二十担", {"value": "20"}),  # an old measure
    ("距县城四十华里。", "四十华里", {"value": "40"}),  # an old measure
    ("总建筑面积12万平。", "12万平", {"value": "120000", "unit": "m2"}),  # 平
    ("户型为90平。", "90平", {"value": "90", "unit": "m2"}),  # 平
    ("100平米的门店。", "100平米", {"value": "100", "unit": "m2"}),  # 平
    ("商铺约60平左右。", "60平", {"value": "60", "unit": "m2"}),  # 平
    ("5名嫌犯，3男2女。", "3男", {"value": "3", "kind": "count"}),  # men and women
    ("被捕的8男1女年齡介乎19至45歲。", "8", {"value": "8", "kind": "count"}),  # men and women
    ("評委7女4男。", "7", {"value": "7", "kind": "count"}),  # men and women
    ("全班22男18女。", "22", {"value": "22", "kind": "count"}),  # men and women
    ("月薪3000--5000元。", "3000--5000元", {"low": "3000", "high": "5000"}),  # two dashes
    ("涨幅15%--20%。", "15%--20%", {"low": "15", "high": "20"}),  # two dashes
    ("招收20--30人。", "20--30人", {"low": "20", "high": "30"}),  # two dashes
    ("1万元——5万元。", "1万元——5万元", {"low": "10000", "high": "50000"}),  # two dashes
    ("捐款伍仟參佰元。", "伍仟參佰元", {"value": "5300"}),  # capitals
    ("共參萬肆仟元。", "參萬肆仟元", {"value": "34000"}),  # capitals
    ("占零點八。", "零點八", {"value": "0.8"}),  # capitals
    ("參拾人。", "參拾人", {"value": "30"}),  # capitals
    ("铝价一万八九一吨。", "一万八九", {"low": "18000", "high": "19000"}),  # a price by the piece
    ("棉花两万三四一吨。", "两万三四", {"low": "23000", "high": "24000"}),  # a price by the piece
    ("木材两千五六一方。", "两千五六", {"low": "2500", "high": "2600"}),  # a price by the piece
    ("牛肉三十五六一斤。", "三十五六", {"low": "35", "high": "36"}),  # a price by the piece
    ("合计壹万贰仟叁佰元伍角。", "壹万贰仟叁佰元伍角", {"value": "12300.5"}),  # coins
    ("每斤一元二角五分。", "一元二角五分", {"value": "1.25"}),  # coins
    ("十二块三毛。", "十二块三毛", {"value": "12.3"}),  # coins
    ("5元5角。", "5元5角", {"value": "5.5"}),  # coins
    ("误差不超过±3%。", "3%", {"low": "-3", "high": "3"}),  # on either side
    ("浮动范围正负10个百分点。", "10个百分点", {"low": "-10", "high": "10"}),  # on either side
    ("允许正负5%的偏差。", "5%", {"low": "-5", "high": "5"}),  # on either side
    ("誤差正負兩秒。", "兩秒", {"low": "-2", "high": "2"}),  # on either side
    ("响应时间20毫秒。", "20毫秒", {"value": "20", "unit": "ms"}),  # a small unit
    ("装机60兆瓦。", "60兆瓦", {"value": "60", "unit": "MW"}),  # a small unit
    ("半吨煤。", "半吨", {"value": "0.5", "unit": "t"}),  # a small unit
    ("照度300勒克斯。", "300勒克斯", {"value": "300", "unit": "lx"}),  # a small unit
    ("发射160發橡膠子彈。", "160發", {"value": "160"}),  # a unit lent
    ("收购价3到5万美元。", "3到5万美元", {"unit": "USD"}),  # a unit lent
    ("修建鸭棚12栋。", "12栋", {"value": "12", "unit": "栋"}),  # a unit lent
    ("接種疫苗300萬劑。", "300萬劑", {"value": "3000000"}),  # a unit lent
    (
        "发行总额（亿元）10.00",
        "10.00",
        {"value": "1000000000", "unit": "CNY"},
    ),  # a unit in a heading
    ("注册资本（万元）：5000", "5000", {"value": "50000000", "unit": "CNY"}),  # a unit in a heading
    ("建筑面积(平方米) 23000", "23000", {"value": "23000", "unit": "m2"}),  # a unit in a heading
    (
        "| 区 | 人口（万人） |\n|---|---|\n| 青湾区 | 35.2 |",
        "35.2",
        {"value": "352000", "unit": "人"},
    ),  # a unit in a heading
]
TRAPS = [
    ("自星期二起停水两天。", "二起"),
    ("禮拜五起放寒假。", "五起"),
    ("星期六件件打折。", "六件"),
    ("星期一家人团聚。", "一家"),
    ("本周四级考试报名。", "四级"),
    ("上周六起火灾被扑灭。", "六起"),
    ("老街四处可见游客。", "四处"),
    ("市场出现一升两降。", "两降"),
    ("各部门三令五申。", "三令"),
    ("这是九牛一毛。", "一毛"),
    ("一碗水端平。", "一碗"),
    ("不管三七二十一就干。", "三七二十一"),
    ("百年大计。", "百年"),
    ("一把手亲自抓。", "一把"),
    ("半斤八两。", "八两"),
    ("一年四季瓜果飘香。", "四季"),
    ("一家独大的局面。", "一家"),
    ("一江两岸夜景。", "两岸"),
    ("四面八方的客人。", "四面"),
    ("一心一意谋发展。", "一意"),
    ("四通八达的路网。", "四通"),
    ("呈现“一增两减”态势。", "一增两减"),
    ("抓好一老一小服务。", "一老"),
    ("二话不说就干。", "二话"),
    ("一刀切做法。", "一刀"),
    ("万人空巷。", "万人"),
    ("12345热线接到投诉。", "12345"),
    ("G1次高铁。", "1次"),
    ("住在3号楼2单元501室。", "501室"),
    ("他通过英语6级考试。", "6级"),
    ("12315平台投诉量下降。", "12315"),
    ("105国道维修。", "105"),
    ("他住在601房。", "601"),
    ("301医院。", "301"),
    ("一、二级能效产品。", "二级"),
    ("全国96110平台劝阻。", "96110"),
    ("风力7、8级。", "8级"),
    ("三期至五期开工。", "五期"),
    ("二至三期项目。", "二至三期"),
    ("一到三期已投产。", "一到三期"),
    ("首期及二期。", "二期"),
    ("一二期安置房。", "二期"),
    ("千千万万的劳动者。", "千千万万"),
    ("九天山滑雪场。", "九天"),
    ("2003比2018产量低。", "2003"),
    ("MU5101航班。", "5101"),
    ("30百分位数", "30"),
    ("一、总体要求", "一"),
    ("图3显示增长。", "3"),
    ("第7页。", "7"),
    ("邮编100080。", "100080"),
    ("股票代码600519。", "600519"),
    ("版本2.0。", "2.0"),
    ("2018年世界杯预选赛2:1取胜。", "2:1"),
    ("三星级酒店。", "三星"),
    ("7天连锁酒店。", "7天"),
    ("8848手机", "8848"),
    ("58同城", "58"),
    ("央视315晚会", "315"),
    ("996工作制", "996"),
    ("00后学生", "00"),
    ("B737飞机", "737"),
    ("长征五号", "五"),
    ("嫦娥4号", "4"),
]
ENGLISH = [
    (
        "two and a half billion yuan",
        "two and a half billion yuan",
        {"value": "2500000000", "unit": "CNY"},
    ),
    ("half a billion dollars", "half a billion dollars", {"value": "500000000", "unit": "USD"}),
    ("≤ 5%", "≤ 5%", {"value": "5", "unit": "%", "modifier": "le"}),
    ("a loss of -3.5%", "-3.5%", {"value": "-3.5", "unit": "%"}),
    ("at least 1,200 workers", "1,200", {"value": "1200", "modifier": "ge"}),
    ("a third of households", "third", {"value": "33.33", "unit": "%"}),
    ("30 billion Japanese yen", "30 billion Japanese yen", {"value": "30000000000", "unit": "JPY"}),
    ("200 million pounds", "200 million pounds", {"value": "200000000"}),
    ("90 million rubles", "90 million rubles", {"value": "90000000", "unit": "RUB"}),
    ("70 billion won", "70 billion won", {"value": "70000000000", "unit": "KRW"}),
    ("10 trillion rupiah", "10 trillion rupiah", {"value": "10000000000000", "unit": "IDR"}),
    ("exports were down 4.2 percent", "4.2 percent", {"value": "-4.2", "unit": "%"}),
    ("1.2bn yuan", "1.2bn yuan", {"value": "1200000000", "unit": "CNY"}),
    ("25 basis points", "25 basis points", {"value": "0.25", "unit": "pp"}),
    ("up to 30 percent", "30 percent", {"value": "30", "unit": "%", "modifier": "le"}),
    ("fewer than 20 villages", "20", {"value": "20", "modifier": "le"}),
    ("one in five residents", "one in five", {"value": "20", "unit": "%"}),
    ("sixty-five per cent", "sixty-five per cent", {"value": "65", "unit": "%"}),
    ("some 40 firms", "40", {"value": "40", "modifier": "approx"}),
    ("Malaysian ringgit 5 million", "5 million", {"value": "5000000"}),
    ("15 million baht", "15 million baht", {"value": "15000000", "unit": "THB"}),
    ("A$ 6 million", "A$ 6 million", {"value": "6000000", "unit": "AUD"}),
]


def at(text: str, printed: str, language: str) -> Quantity:
    """Return the figure that lies on most of what is printed."""
    start = text.index(printed)
    end = start + len(printed)
    found = [q for q in find_quantities(text, language) if q.start < end and q.end > start]  # type: ignore[arg-type]
    return max(found, key=lambda q: (q.kind in FIGURES, min(q.end, end) - max(q.start, start)))


def said(found: Quantity, wanted: dict[str, str]) -> dict[str, str]:
    """Return of a figure what is asked of it, as it is written in the table."""
    told = {
        "value": found.value, "low": found.low, "high": found.high, "unit": found.unit,
        "kind": found.kind.value, "modifier": LOOSELY.get(found.modifier or "", found.modifier),
    }  # fmt: skip
    return {name: _written(told[name]) for name in wanted}


def _written(told: object) -> str:
    return f"{told:f}" if isinstance(told, Decimal) else str(told)


@pytest.mark.parametrize(("text", "printed", "wanted"), READ)
def test_a_figure_is_read_whole(text: str, printed: str, wanted: dict[str, str]):
    """Each field that the table asks for is as a reader would say it."""
    assert said(at(text, printed, "zh"), wanted) == wanted


@pytest.mark.parametrize(("text", "printed", "wanted"), ENGLISH)
def test_a_figure_is_read_whole_in_english(text: str, printed: str, wanted: dict[str, str]):
    """An English summary is held to the same standard."""
    assert said(at(text, printed, "en"), wanted) == wanted


@pytest.mark.parametrize(("text", "printed"), TRAPS)
def test_what_counts_nothing_is_no_figure(text: str, printed: str):
    """Idioms, names, clocks, weekdays and phases hold a numeral and no figure."""
    start = text.index(printed)
    near = (q for q in find_quantities(text) if q.start < start + len(printed) and q.end > start)
    assert not [q for q in near if q.kind in FIGURES]
