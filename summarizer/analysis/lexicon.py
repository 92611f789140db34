"""Word classes that are closed, or nearly: what leads to a figure, how a body is called.

Folded (simplified, half-width) forms; a list is read once, as a set.
"""

from enum import StrEnum

from summarizer.lexicon import word_set


class Sort(StrEnum):
    """What sort of body a name is of."""

    ZONE = "zone"
    AREA = "area"
    FIRM = "firm"
    PROJECT = "project"
    TRADE = "trade"
    PERSON = "person"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


REACH = word_set("verbs.leads_to")
LIGHT = word_set("verbs.light")
GROWTH_WORDS = word_set("change.growth_words")
RELATIVE = word_set("measures.relative")
ACTIONS = word_set("verbs.acts")
NOMINAL = word_set("measures.nominal")
DEMONSTRATIVES = word_set("bodies.demonstratives")
SINGLE = {
    "区": Sort.ZONE,
    "园": Sort.ZONE,
    "省": Sort.AREA,
    "市": Sort.AREA,
    "县": Sort.AREA,
    "镇": Sort.AREA,
    "村": Sort.AREA,
    "州": Sort.AREA,
    "厂": Sort.FIRM,
    "行": Sort.FIRM,
    "公司": Sort.FIRM,
    "中心": Sort.PROJECT,
}
"""What a demonstrative makes a pointer of: 该区, 我市, 本行."""
WHOLE_COUNTRY = word_set("bodies.whole_country")
COMPARING = word_set("verbs.comparing")
ALONE = word_set("bodies.alone")
NOT_NAMES = word_set("bodies.not_names")
ENDINGS = {
    Sort.ZONE: _words("""
        高新区 开发区 经开区 高新园区 园区 口岸 产业园 工业园 科技园 软件园 物流园 创业园 科学城
        科技城 示范区 保税区 试验区 自贸区 工业区 片区 新区 小镇 港区 合作区 高新技术产业开发区
        技术开发区 集聚区 功能区 度假区 创新区 风景区 旅游区 名胜区
    """),
    Sort.AREA: _words("""
        省 市 县 自治区 自治州 自治县 州 盟 旗 镇 乡 街道 村 特区 三角洲 行政区 地区
    """),
    Sort.FIRM: _words("""
        公司 集团 银行 厂 药业 制药 酒厂 研究院 研究所 大学 学院 医院 协会 联合会 商会 企业集团
        股份 科技 钛业 酒业 实业 重工 控股 地产 置业 置地 证券 商场 超市
        油田 气田 煤矿 铁矿 电网 水库 灌区 林场 农场 牧场 联社 商行 合作社
        信用社 农信社 农商行
        机场 港口 港 分公司 子公司 总公司 母公司 控股公司 支行
    """),
    Sort.PROJECT: _words("""
        高速公路 大桥 隧道 铁路 高铁 地铁 码头
        项目 工程 基地 生产线 大厦 中心 电站 污水处理厂 水厂 众创园 孵化器
    """),
    Sort.TRADE: _words("""
        产业 行业 工业 制造业 服务业 农业 业 企业
    """),
}
"""How the names of bodies end."""
POINTERS = {
    Sort.ZONE: _words("""
        创业园 产业园 科技园 软件园 工业园 工业区 保税区 自贸区 科学城 科技城
        园区 全区 该区 我区 本区 开发区 高新区 该园区 新区 经开区 这个区 该园 我园区 全园区 园
        该开发区 示范区 景区 该景区
    """),
    Sort.AREA: _words("""
        全市 该市 我市 本市 全县 该县 我县 全省 该省 我省 本省 当地 全州 全盟 全旗 全镇 该镇
        全港 本港 该自治区 全村 该村 全乡 该乡 本村 本镇 县里 市里 省里 镇里 镇上 乡里 村里
    """),
    Sort.FIRM: _words("""
        合作社 该合作社 该社 该港 该院 该校 学校 校区 机场 医院 油田
        公司 该公司 企业 该企业 集团 该集团 该厂 该行 全行 厂 我公司 集团公司
    """),
    Sort.PROJECT: _words("""
        大桥 该桥 公路 铁路 隧道
        项目 该项目 工程 该工程 基地 该基地 这个项目 此项目 该中心 这一项目
    """),
    Sort.TRADE: _words("""
        全行业 该行业 行业 该产业 产业
    """),
}
"""Words that mean a body named elsewhere."""
BUSINESSES = word_set("bodies.businesses")
POSTS = word_set("bodies.posts")
PRODUCTS = word_set("bodies.products")
PREMISES = word_set("bodies.premises")
KINDS_OF_VILLAGE = word_set("bodies.kinds_of_village")
