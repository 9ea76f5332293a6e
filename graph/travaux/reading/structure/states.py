"""The names under which documents give States, to tell them from organizations."""

from __future__ import annotations

from travaux.model.identity import name_key

# Members and observers of the United Nations in the short form of its documents, and other short names in common use.
_NAMES = """
Afghanistan; Albania; Algeria; Andorra; Angola; Antigua and Barbuda; Argentina; Armenia; Australia; Austria; Azerbaijan; Bahamas; Bahrain;
Bangladesh; Barbados; Belarus; Belgium; Belize; Benin; Bhutan; Bolivia; Bolivia (Plurinational State of); Bosnia and Herzegovina;
Botswana; Brazil; Brunei Darussalam; Bulgaria; Burkina Faso; Burundi; Cabo Verde; Cambodia; Cameroon; Canada; Central African Republic;
Chad; Chile; China; Colombia; Comoros; Congo; Cook Islands; Costa Rica; Croatia; Cuba; Cyprus; Czechia; Czech Republic; Côte d'Ivoire;
Democratic People's Republic of Korea; Democratic Republic of the Congo; Denmark; Djibouti; Dominica; Dominican Republic; Ecuador; Egypt;
El Salvador; Equatorial Guinea; Eritrea; Estonia; Eswatini; Ethiopia; Fiji; Finland; France; Gabon; Gambia; Georgia; Germany; Ghana;
Greece; Grenada; Guatemala; Guinea; Guinea-Bissau; Guyana; Haiti; Holy See; Honduras; Hungary; Iceland; India; Indonesia; Iran; Iran
(Islamic Republic of); Islamic Republic of Iran; Iraq; Ireland; Israel; Italy; Jamaica; Japan; Jordan; Kazakhstan; Kenya; Kiribati;
Kuwait; Kyrgyzstan; Lao People's Democratic Republic; Latvia; Lebanon; Lesotho; Liberia; Libya; Liechtenstein; Lithuania; Luxembourg;
Madagascar; Malawi; Malaysia; Maldives; Mali; Malta; Marshall Islands; Mauritania; Mauritius; Mexico; Micronesia; Micronesia (Federated
States of); Monaco; Mongolia; Montenegro; Morocco; Mozambique; Myanmar; Namibia; Nauru; Nepal; Netherlands; Netherlands (Kingdom of the);
Kingdom of the Netherlands; New Zealand; Nicaragua; Niger; Nigeria; Niue; North Macedonia; Norway; Oman; Pakistan; Palau; Panama; Papua
New Guinea; Paraguay; Peru; Philippines; Poland; Portugal; Qatar; Republic of Korea; Republic of Moldova; Romania; Russia; Russian
Federation; Rwanda; Saint Kitts and Nevis; Saint Lucia; Saint Vincent and the Grenadines; Samoa; San Marino; Sao Tome and Principe; Saudi
Arabia; Senegal; Serbia; Seychelles; Sierra Leone; Singapore; Slovakia; Slovenia; Solomon Islands; Somalia; South Africa; South Korea;
South Sudan; Spain; Sri Lanka; State of Palestine; Sudan; Suriname; Sweden; Switzerland; Syrian Arab Republic; Syria; Tajikistan;
Tanzania; Thailand; Timor-Leste; Togo; Tonga; Trinidad and Tobago; Tunisia; Turkey; Turkmenistan; Tuvalu; Türkiye; Uganda; Ukraine; United
Arab Emirates; United Kingdom; United Kingdom of Great Britain and Northern Ireland; United Republic of Tanzania; United States; United
States of America; Uruguay; Uzbekistan; Vanuatu; Venezuela; Venezuela (Bolivarian Republic of); Viet Nam; Vietnam; Yemen; Zambia; Zimbabwe
"""
_STATES = {name_key(name): " ".join(name.split()) for name in _NAMES.split(";")}
# Letters that stand for a State where somebody speaks.
_LETTERS = {
    "DPRK": "Democratic People's Republic of Korea",
    "DRC": "Democratic Republic of the Congo",
    "UAE": "United Arab Emirates",
    "UK": "United Kingdom",
    "U.K.": "United Kingdom",
    "US": "United States",
    "U.S.": "United States",
    "USA": "United States",
}


def is_state(name: str) -> bool:
    """Whether a name is that of a State, read without case, punctuation and a leading article.

    >>> is_state("Algeria"), is_state("the Netherlands"), is_state("UNODC")
    (True, True, False)
    """
    return name_key(without_article(name)) in _STATES


def find_state(name: str) -> str | None:
    """Return the name under which a State is known, from its name in any case or its common letters, ``None`` if it is none.

    >>> find_state("the NETHERLANDS"), find_state("The UK"), find_state("UNODC")
    ('Netherlands', 'United Kingdom', None)
    """
    return _STATES.get(name_key(without_article(name))) or _LETTERS.get(without_article(name))


def without_article(name: str) -> str:
    """Return a name without the article before it.

    >>> without_article("The Gambia"), without_article("Theodora")
    ('Gambia', 'Theodora')
    """
    return name.removeprefix("the ").removeprefix("The ").removeprefix("THE ")
