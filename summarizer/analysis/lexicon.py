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


BODIES = (Sort.ZONE, Sort.AREA, Sort.FIRM, Sort.PROJECT, Sort.TRADE)
INTENT = word_set("status.target") | word_set("status.forecast.firm") | word_set("status.plan.firm")
REACH = word_set("verbs.leads_to") | INTENT
LIGHT = word_set("verbs.light") | INTENT
GROWTH_WORDS = word_set("change.growth_words")
RELATIVE = word_set("measures.relative")
ACTIONS = word_set("verbs.acts")
NOMINAL = word_set("measures.nominal")
DEMONSTRATIVES = word_set("bodies.demonstratives")
SINGLE = {
    word: sort
    for sort in (Sort.ZONE, Sort.AREA, Sort.FIRM, Sort.PROJECT)
    for word in word_set(f"bodies.single.{sort}")
}
"""What a demonstrative makes a pointer of: 该区, 我市, 本行."""
WHOLE_COUNTRY = word_set("bodies.whole_country")
COMPARING = word_set("verbs.comparing")
ALONE = word_set("bodies.alone")
NOT_NAMES = word_set("bodies.not_names")
ENDINGS = {sort: word_set(f"bodies.endings.{sort}") for sort in BODIES}
"""How the names of bodies end."""
POINTERS = {sort: word_set(f"bodies.pointers.{sort}") for sort in BODIES}
"""Words that mean a body named elsewhere."""
BUSINESSES = word_set("bodies.businesses")
POSTS = word_set("bodies.posts")
PRODUCTS = word_set("bodies.products")
PREMISES = word_set("bodies.premises")
KINDS_OF_VILLAGE = word_set("bodies.kinds_of_village")
