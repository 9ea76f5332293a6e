"""The words that the invented negotiation is made of: a convention on dark night skies, which nobody is negotiating."""

from __future__ import annotations

from travaux.model.schemes import Act, Prevalence, Stance

CHAPTERS = (
    "General provisions",
    "Outdoor lighting",
    "Satellites and launches",
    "Nocturnal wildlife",
    "Observatories",
    "Health and rest",
    "Cooperation",
    "Implementation",
    "Final provisions",
)

TOPICS = (
    ("scope of the convention", 0), ("use of terms", 0), ("precaution", 0), ("sovereignty over lighting", 0),
    ("street lighting", 1), ("curfew hours", 1), ("floodlit sports grounds", 1), ("illuminated advertising", 1), ("colour temperature", 1),
    ("road safety", 1), ("monument lighting", 1),
    ("satellite brightness", 2), ("orbital reflectors", 2), ("launch windows", 2), ("decommissioning of satellites", 2),
    ("migratory birds", 3), ("sea turtle nesting", 3), ("pollinating moths", 3), ("bat corridors", 3), ("lit river banks", 3),
    ("radio quiet zones", 4), ("dark sky reserves", 4), ("amateur astronomy", 4), ("glare near telescopes", 4),
    ("sleep disturbance", 5), ("shift workers", 5), ("hospital lighting", 5), ("children at school", 5),
    ("technical assistance", 6), ("sharing of measurements", 6), ("transfer of technology", 6), ("transboundary skyglow", 6),
    ("reporting duties", 7), ("compliance committee", 7), ("financial mechanism", 7), ("public participation", 7),
    ("national focal points", 7),
    ("entry into force", 8), ("reservations", 8), ("amendment procedure", 8),
)  # fmt: skip
"""What is talked about, and the chapter in which it stands, counted from 0."""

FACETS = ("Exemptions from", "Monitoring of", "Cost of", "Deadlines for", "Data on", "Remedies concerning")

SUBJECTS = (
    "States parties", "developed States parties", "the secretariat", "the conference of the parties", "local authorities",
    "national regulators", "operators of large installations", "the scientific body", "neighbouring States", "manufacturers",
)  # fmt: skip

DEMANDS = (
    ("publish data on", "the publication of data on"), ("set limits on", "limits on"),
    ("agree on common standards for", "common standards for"),
    ("finance work on", "the financing of work on"), ("review the rules on", "a review of the rules on"),
    ("keep a register of", "a register of"),
    ("exempt small municipalities from rules on", "the exemption of small municipalities from rules on"),
    ("consult communities on", "the consultation of communities on"), ("appoint experts on", "the appointment of experts on"),
    ("adopt a phased approach to", "a phased approach to"), ("clarify the provisions on", "clearer provisions on"),
    ("report every two years on", "a report every two years on"), ("draw up guidance on", "guidance on"),
    ("train inspectors in", "the training of inspectors in"), ("share good practices on", "the sharing of good practices on"),
    ("raise awareness of", "the raising of awareness of"),
)  # fmt: skip
"""What is asked for, as a verb and as a noun."""

PLACES = (
    "", " in urban areas", " near observatories", " during migration seasons", " along coasts", " in mountain regions", " on islands",
    " in border areas", " in dark sky reserves", " after midnight", " at low cost", " in developing countries", " in new installations",
)  # fmt: skip

FRESH = (
    tuple(f"{kind} {thing}" for thing in ("dimming profiles", "shielding grades", "sky quality meters", "twilight buffers") for kind in
          ("adaptive", "graded", "citizen-run", "certified", "seasonal", "low-cost", "tamper-proof", "sector-specific")),
    ("with due regard to", "on the basis of", "together with", "by means of", "before the introduction of"),
)  # fmt: skip
"""Phrases that no theme is named after, and how they are joined to what is said."""

RATIONALES = (
    "because the effects do not stop at borders", "as small administrations lack inspectors", "since costs fall on those who gain least",
    "given that measurements are scarce", "because species recover slowly", "as this would ease ratification",
    "since industry needs predictable rules", "given that national systems differ",
)  # fmt: skip
CONDITIONS = (
    "provided that funds are made available", "on the condition that privacy is respected", "if national law so permits",
    "provided that existing installations are spared",
)  # fmt: skip
CONTRASTS = ("rather than leaving the matter to guidelines", "instead of a general clause", "rather than by voluntary pledges")

CUES = {
    Act.STRESS: (("stressed that", True), ("underlined that", True)),
    Act.SUPPORT: (("supported", False), ("held that", True)),
    Act.WELCOME: (("welcomed", False),),
    Act.COMMEND: (("commended", False),),
    Act.RECOMMEND: (("recommended that", True),),
    Act.PROPOSE: (("proposed that", True), ("suggested that", True)),
    Act.CALL_FOR: (("called for", False),),
    Act.CONCERN: (("expressed concern about", False),),
    Act.CAUTION: (("cautioned against", False),),
    Act.OPPOSE: (("opposed", False), ("did not agree with", False)),
    Act.OBSERVE: (("noted that", True), ("observed that", True)),
    Act.QUESTION: (("questioned whether", True),),
}
"""How each act is reported, and whether a clause follows or a noun."""

ACTS = {
    Stance.SUPPORTS: ((Act.STRESS, 45), (Act.SUPPORT, 30), (Act.WELCOME, 15), (Act.COMMEND, 10)),
    Stance.PROPOSES: ((Act.RECOMMEND, 30), (Act.PROPOSE, 40), (Act.CALL_FOR, 30)),
    Stance.CONCERNED: ((Act.CONCERN, 80), (Act.CAUTION, 20)),
    Stance.OPPOSES: ((Act.OPPOSE, 60), (Act.CAUTION, 40)),
    Stance.NEUTRAL: ((Act.OBSERVE, 80), (Act.QUESTION, 20)),
}

STANCES = ((Stance.SUPPORTS, 40), (Stance.PROPOSES, 26), (Stance.CONCERNED, 15), (Stance.NEUTRAL, 11), (Stance.OPPOSES, 8))

GROUPS = (
    ("several speakers", Prevalence.SEVERAL, 30), ("some speakers", Prevalence.SOME, 15), ("many speakers", Prevalence.MANY, 11),
    ("a number of speakers", Prevalence.A_NUMBER_OF, 11), ("speakers", Prevalence.UNSPECIFIED, 8), ("one speaker", Prevalence.ONE, 7),
    ("others", Prevalence.UNSPECIFIED, 6), ("a few speakers", Prevalence.FEW, 5), ("various speakers", Prevalence.VARIOUS, 3),
    ("most speakers", Prevalence.MOST, 2), ("a majority of speakers", Prevalence.MAJORITY, 1), ("all speakers", Prevalence.ALL, 1),
)  # fmt: skip
"""How unnamed groups are called, and how often of a hundred."""

FIRST_NAMES = (
    "Ada", "Bodil", "Caspar", "Delia", "Edo", "Fenna", "Gwil", "Hanne", "Ilmar", "Jorun", "Kaya", "Leif", "Mirte", "Nilo", "Oda", "Pelle",
    "Quirin", "Runa", "Sivan", "Tove",
)  # fmt: skip
LAST_NAMES = (
    "Alderkamp", "Brookhay", "Castellane-Roe", "Dunmarsh", "Elverthorn", "Fjellgard", "Greywater", "Holloway-Sund", "Inkpen", "Juniperus",
    "Kestrelbank", "Lanternby", "Moorfield", "Nightingale-Voss", "Oakenshade", "Pinecroft", "Quillfeather", "Rookwood", "Saltmarsh",
    "Thistledown",
)  # fmt: skip
STATES = tuple(
    first + last for first in ("Nor", "Vel", "Ost", "Mar", "Tar", "Eld", "Sun", "Bra") for last in ("land", "avia", "mark", "onia", "esse")
)
ORGANIZATIONS = tuple(
    f"{first} {last}"
    for last in ("Alliance", "Institute", "Network", "Council", "Works", "Foundation", "Federation", "Observatory")
    for first in (
        "Dark Sky",
        "Moth",
        "Lamplighters",
        "Northern Star",
        "Quiet Night",
        "Lumen",
        "Turtle Coast",
        "Zenith",
        "Open Orbit",
        "Rest",
    )
)
ROLES = ("Director", "Engineer", "Senior Adviser", "President", "Head of Policy", "Researcher", "Treasurer", "Legal Officer")
