"""English words that no name of a theme begins with or ends in, whatever is negotiated."""

from __future__ import annotations

EMPTY_MODIFIERS = frozenset(
    """
    able above abovementioned additional adequate aforementioned alternative any appropriate available aware bad basic best better big
    broad broader certain clear close common comparable complete complex concerned concrete considerable corresponding critical crucial
    current deep definite desirable detailed different difficult distinct diverse due earlier early easy effective efficient enough
    entire equal essential exact existing extensive fair final first following foreseen former forthcoming full fundamental further
    future general given good great greater growing half high higher holistic huge ideal identified immediate important inappropriate
    inclusive increased increasing initial innovative insufficient integral interested intrusive key known large larger last late
    later latter least legitimate lengthy less likely limited little long long-standing low lower main
    major many maximum meaningful mentioned mere
    minimum minor more most multiple mutual narrow narrower natural near necessary new next nice normal novel numerous obvious old only
    open other others overall overarching own particular past positive possible potential practical precise present previous
    primary principal prior proper proposed quick real reasonable recent regular related relevant respective right robust
    same second secondary selected separate serious several short significant similar simple single slow small smaller solid special
    specific stated strong stronger subsequent substantial substantive successful such sufficient suitable
    sure third timely total true typical
    undue unique unnecessary urgent usable useful usual valid valuable various vast very viable vital weak welcome whole wide wider
    widespread wrong
    """.split()  # noqa: SIM905 -- a list of two hundred words is read more easily as words
)

EMPTY_HEADS = frozenset(
    """
    ability absence account action activities activity addition advantage aim amount area areas array aspect aspects attempt basis
    beginning benefit benefits bit capacity case cases category cause challenge challenges chance change changes characteristic
    characteristics circumstance circumstances combination component components concept concepts conclusion condition consequence
    consideration considerations content context contexts contribution core couple course criteria day days deal decade degree
    detail details development difference differences difficulties difficulty dimension direction distinction effect effectiveness
    efforts effort element elements end ensuring establishment event evidence example examples existence expansion experience extent
    fact factor factors fashion feature features field fields first focus form forms framework function functions future goal goals
    ground group groups half handful hand idea ideas impact implementation importance improvement inclusion increase indication
    information instance instances intention interest interests introduction involvement issue issues item items key kind kinds lack
    last level levels light line lines list lot majority manner matter matters means mention method methods middle moment month
    months nature necessity need needs notion number numbers objective objectives one ones opportunities opportunity option options
    order other others outcome overview part parts past percent percentage performance period perspective perspectives phase place
    point points position possibility possible potential practice practices presence present problem problems procedure procedures
    process processes progress proportion prospect purpose purposes question questions range rate reality reason reasons regard
    relation relationship relationships reference references request requests requirement requirements respect response rest result
    results role roles sake sense series set share side sides situation situations solution solutions sort stage stages standard
    standards start state step steps strength structure subject sum target targets task tasks term terms thing things time times tool tools
    topic topics total trend trends type types understanding use uses value variety version view views viewpoint way ways weakness week
    weeks while word words work year years
    """.split()  # noqa: SIM905 -- as above
)

EMPTY_BEFORE_OF = frozenset(
    """
    adoption application body conducting conduct consideration creation delivery deletion elaboration expansion fight model models
    promotion provider providers provision provisions receiver receivers recipient recipients review strengthening use user users
    """.split()  # noqa: SIM905 -- as above
)
"""Nouns that only tell what is done with what stands after *of*: *provision of assistance*."""

BOUND_AFTER_BY = frozenset({"accident", "chance", "consensus", "default", "definition", "design", "hand", "law", "nature"})
"""Nouns that *by* makes an adverb: *security by default measures* speaks of no default measures."""

CARRIERS = frozenset(
    """
    approach approaches clause clauses framework frameworks initiative initiatives measure measures mechanism mechanisms platform
    platforms policy policies programme programmes project projects provision provisions regime regimes rule rules scheme schemes
    system systems work
    """.split()  # noqa: SIM905 -- as above
)
"""Nouns that add nothing to the name of a theme before them: *cooperation mechanism*."""

ADJECTIVE_ENDINGS = ("able", "ible", "ful", "ional", "less", "ous")
"""Endings of adjectives that taggers take for nouns when they follow one: *make this rule optional*."""

NOUNS_LIKE_ADJECTIVES = frozenset({"cable", "handful", "national", "professional", "table", "timetable", "variable", "vegetable"})
