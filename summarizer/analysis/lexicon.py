"""Word classes that are closed, or nearly: what leads to a figure, how a body is called.

Folded (simplified, half-width) forms; a list is read once, as a set.
"""

from enum import StrEnum


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


REACH = _words("""
    由此 拟 料 介乎 介于 冲刺 合共
    首次 首度 再次 再度 一举 双双
    维持 录得
    只是 仅为 均为 都是 仍 仍达 仍为 仍有 则 再 望 可望 挑战 稳定
    决定 才 只 即
    : 不 为 也 仅 共 到 即 可 各 在 均 将 就 已 是 有 约 能 至 要 计 超 达 近 还 这 逾 不低 不到
    不足 为期 低于 保持 共有 共计 具有 减至 分别 力争 升至 只有 可以 可达 各达 合计 均达 增至
    多达 大概 大约 完成 实现 将达 少于 左右 已经 已达 平均 形成 总共 总计 拥有 接近 控制 最终
    有望 有超 确保 突破 站上 累计 约为 能够 至少 计划 超出 超过 达到 达成 达标 降至 预期 预计
    高于 高达 不低于 不少于 不超过 增加到 提高到
""")
"""Words that only lead to the figure: 产值 [已 达] 5亿元."""
LIGHT = _words("""
    惠及 辐射 服务于
    录得 维持
    宣布 出席 参加 举行
    位于 坐落 来到 走进 前往
    决定 全部 约为
    为 会 使 占 可 将 把 是 有 称 能 要 让 说 达 需 争取 介绍 保持 共有 其中 具有 力争 加大 加快
    包括 取得 完成 实现 就是 带动 开展 形成 成为 拥有 指出 据悉 推进 显示 有望 涉及 涵盖 确保
    突破 获得 表示 计划 超过 达到 还有 透露 预期 预计 据介绍 据统计 给予
""")
"""Verbs that take an indicator as their object without being part of its name."""
GROWTH_WORDS = _words("""
    前进 后退 同口径 可比口径 同店 小幅 大幅 微幅
    多 少 增至 升至 降至 减至 提高到 增加到 下降到
    按年 按月 按季 升 跌 涨 减 仅 加快 放缓 收窄 回升 延长
    也 低 均 增 月 比 较 高 上升 上年 上涨 下滑 下跌 下降 净增 减少 分别 升幅 去年 同期 同比
    名义 回落 增加 增幅 增速 增长 实际 平均 年均 总体 持续 提升 提高 涨幅 环比 累计 继续 降低
    降幅 预计 可比价 增长率 月增幅 同比增长 环比增长
""")
"""Words of growth and comparison that are no part of a name."""
RELATIVE = _words("""
    目标 年度目标 全年目标 任务 计划 年 全年 年度
    总数 其 份额 占比 增幅 增速 总量 比例 比重 其比重 的比重 这一比例
""")
"""Names that lean on the figure before: 比重 of what was just named."""
ACTIONS = _words("""
    归属 归属于
    打造 启动 开工 落户 引进 投资 新建 推进 成立 设立 组建 建成 实施 争取 力推 抢占 签约 布局 加快
    建设 瞄准 聚焦 推动 促进 带动 服务 支持 助力
""")
"""Verbs over which no name reaches."""
NOMINAL = _words("营收 产能 收入 投入 支出 产出 出口 进口 就业 用电 销售")
"""Verbs that stand for an indicator as a noun does."""
DEMONSTRATIVES = _words("该 这个 这 这一 这家 我 本 此 全 这座 该个")
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
WHOLE_COUNTRY = _words("""
    世界 中国 全国 全球 我国
""")
COMPARING = _words("""
    以 为 把 将 按 按照 围绕
    据
    到 与 从 占 向 对 比 由 给 被 距 较 低于 对于 快于 超出 距离 高于 高出
    居 位居 列 名列 位列 跻身
    受 于 赴 往 来自 销往 发往 运往 前往 途经 连接 相当于
""")
"""What stands behind these is compared with, or gives or takes, but is not the subject."""
ALONE = _words("""
    合作社 公路 铁路 厂 园 产业 企业 公司 基地 工程 行业 集团 项目 学校 校区 机场 医院 油田
""")
"""Pointers only where no noun follows: 项目总投资, but not 企业公共服务平台."""
NOT_NAMES = _words("""
    上市公司 百货公司
    省市 县市 县区 市县 市区 城区 地市 城乡 区县 区市
    都市 老区 社区 小区 景区 山区 灾区 地区 厂区 校区 库区
    乡村 全村 重点 全部 高新 以上 会场 现场 市场 商场
    房地产 区领导
    业 乡 县 州 市 旗 村 盟 省 镇 上市 专业 乡镇 事业 作业 作村 作用 农村 创业 县市 商业 地区
    城市 城镇 失业 就业 工厂 楼市 毕业 股市 营业 超市 都市 门市
""")
"""Words that end like a body and are none."""
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
BUSINESSES = _words("""
    精密 精工 光学 光电 电子 微电子 半导体 软件 信息 通信 通讯 智能 智造 智控 智装 装备 机械 重机
    机床 仪器 仪表 电器 电气 电缆 电力 能源 新能源 储能 动力 汽车 客车 航空 航天 生物 医药 医疗
    器械 化工 化学 化纤 材料 新材 新材料 食品 乳业 农业 农牧 牧业 种业 纺织 服饰 家居
    建材 钢铁 特钢 铝业 铜业 矿业 环保 环境 物流 快递 传媒 文化 网络 数据 数码 数科
    高科 创新 创投 资本 投资 基金 保险 纸业 光伏 风电 造船 船舶 机电 自动化
    传感
""")
"""What a firm's name says it does, between its brand and its legal form."""
POSTS = _words("""
    常务 首席 执行 高级 联席 联合 财务 技术 研发 市场 运营 生产 行政 销售 营销 品牌 产品 人力资源
    项目 工程 质量 安全 供应链 投资 区域 执行董事 兼 、
""")
"""What may stand between a firm and its manager: 技术 总监."""
PRODUCTS = _words("""
    汽车 客车 食品 材料 新材料 农业 物流 数据 信息 文化 环境 电力 能源 新能源 储能 光伏 风电 保险
    基金 投资 资本 软件 通信 网络 钢铁 纺织 服饰 家居 建材 电缆 电器
""")
"""Businesses that are as often told of as goods: a brand in front of them needs more to show it."""
PREMISES = _words("车间 生产车间 展厅 厂区 产线 生产线 厂房 实验室 员工 工厂")
"""What only a firm has."""
KINDS_OF_VILLAGE = _words("""
    示范 专业 贫困 试点 重点 文明 移民 行政 自然 美丽 特色 中心 城中 民族 生态 旅游 产业 电商 科技
    建制 百强 强 县级 民政 科技 工业 农业 经济 薄弱 先进 明星 地球 度假
""")
"""What a village is, and not what it is called: 示范 村."""
