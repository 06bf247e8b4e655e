"""Words by which the sort of a name is told: people act, bodies are committees, one lives in a place."""

from __future__ import annotations

from trainer.text.words import words

BODIES = frozenset(
    words("""
    academy administration agency army assembly association board brigade bureau cabinet chamber club college
    commission committee commune company conference congress convention corporation corps council court delegation
    department diet directory district division duma executive faction federation firm fleet fraction
    fraternity garrison gazette government guard guards guild group herald institute international journal junta
    league legion lodge magistracy ministry mission navy news office opposition order organization party
    parliament post press presidium police railway reichstag republic school section sejm senate seminary session
    society staff state synod times trade tribunal tribune troupe union university vestry wing works packet
    courier chronicle observer mercury bank legislature court regiment battalion
    """)
)
"""Nouns that name a body, a paper or a meeting wherever they stand in its name."""

PLACES = frozenset(
    words("""
    abbey avenue bay bridge canal cape castle cathedral chapel church city coast county cove creek desert
    empire field fortress gate gulf hall harbour harbor head heath hill house inn island isle islands kingdom lake lane
    lighthouse mansion market mill moor mountain mountains mole ocean palace park pass peninsula pier place plain
    point port prison province quarter quay range ridge river road rock row sea shire shore square station strait
    strand street theatre tower town valley village wall wharf wood woods yard north south east west
    """)
)
"""Nouns that name a place."""

OTHER_THINGS = frozenset(
    words("""
    act amendment appeal article bill budget campaign century chapter charter civil code constitution crisis day days
    declaration decree defence defense doctrine events fair fire flood hundred law laws manifesto massacre murder
    opinion order peace plan plot power program programme question rebellion reform resolution revolution
    rising riots riot strike theses thesis treaty truce uprising vote war wars
    works history guide memoirs minister eve new year years
    ministry affairs agreement king queen sunday monday tuesday wednesday thursday friday saturday easter
    christmas lent michaelmas god christ bible heaven providence volume vol part book no
    """)
)
"""Nouns that name something else that nobody is called."""

SHIPS = frozenset(
    words("""
    barge battleship brig collier cruiser destroyer frigate keel ketch lugger schooner ship sloop steamboat steamer
    steamship submarine trawler tug vessel yacht
    """)
)
"""Words before the name of a ship, which may be that of a person."""

NATIONS = frozenset(
    words("""
    arab basque bulgar cossack croat czech dane dutch dutchman englishman finn flemish french frenchman greek
    hindu irishman jew jewish kurd magyar mongol norman norse pole roman scot scotsman scottish serb slav slovak slovene
    swede swiss tartar tatar turk welsh welshman byzantine mussulman moslem muslim catholic protestant orthodox
    liberal conservative tory whig radical puritan quaker royalist jacobin german
    """)
)
"""Words for those of a nation or a creed that no ending tells."""

# Shorter words end so by chance.
_LONG = 6
_NATIONS = (
    "ism",
    "isms",
    "ist",
    "ists",
    "ite",
    "ites",
    "ian",
    "ians",
    "ish",
    "ese",
    "itarian",
    "crat",
    "crats",
    "cracy",
)
_LANDS = (
    "grad",
    "land",
    "lands",
    "shire",
    "burgh",
    "ville",
    "stadt",
    "polis",
    "pool",
    "mouth",
    "opolis",
)

LANDS = frozenset(
    words("""
    afghanistan africa albania algeria america angola arabia argentina armenia asia australia austria azerbaijan
    balkans bavaria belarus belgium bohemia bolivia bosnia brazil britain bulgaria burma byzantium cambodia canada
    castile catalonia caucasus chile china colombia congo corsica crete crimea croatia cuba cyprus denmark egypt
    england estonia ethiopia europe finland flanders florida france galicia gaul georgia germany ghana greece
    haiti hanover hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan judea kenya
    korea kuwait latvia lebanon libya lithuania lombardy luxembourg macedonia malta manchuria mexico moldavia
    mongolia montenegro moravia morocco netherlands nigeria normandy norway ottoman pakistan palestine persia peru
    philippines picardy piedmont poland pomerania portugal provence prussia rhineland romania rumania russia
    sardinia savoy saxony scandinavia scotland serbia siberia sicily silesia slovakia somalia spain sudan sweden
    switzerland syria texas thailand tibet transylvania tunisia turkey tuscany uganda ukraine ulster uruguay
    venezuela vietnam virginia wales wallachia westphalia wurttemberg yugoslavia zambia zimbabwe
    amsterdam antwerp athens baghdad barcelona basel belfast belgrade berlin berne birmingham bologna bombay
    bordeaux boston bremen bristol brussels bucharest budapest cairo calais calcutta cambridge canton chicago
    cologne constantinople copenhagen cracow crakow damascus danzig delhi dresden dublin edinburgh florence
    frankfurt geneva genoa ghent glasgow gothenburg hamburg helsinki istanbul jerusalem kharkov kiev lausanne
    leeds leipzig lisbon liverpool london lyon lyons madrid manchester marseille marseilles mecca milan
    minsk montreal moscow munich nantes naples nuremberg odessa oslo oxford palermo paris pekin peking petersburg
    philadelphia prague riga rome rotterdam rouen salonika sarajevo seville shanghai sofia stockholm strasbourg
    stuttgart tallinn tashkent tbilisi teheran tokyo toronto toulon toulouse trieste tunis turin valencia venice
    versailles vienna vilna vilnius warsaw washington york zurich
    """)
)
"""Countries, provinces and great cities, which histories name in passing."""

_AGENTS = ("er", "or", "man", "woman", "ist", "ian", "ant", "ent", "ate", "eer", "mate", "smith")
_KIN = frozenset(
    words(
        "wife widow son daughter brother sister friend clerk poet monk nun king nephew niece uncle aunt cousin"
    )
)

WHERE = frozenset(
    words("in at from into near throughout outside across inside beyond toward towards around via")
)
"""Words before a place more often than before a person."""

ACTS = frozenset(
    words("""
    said says wrote writes held holds told tells asked asks replied answered believed believes thought thinks knew
    knows wanted wants moved proposed seconded spoke speaks read gave gives took takes made makes came comes went
    goes left leaves saw sees met stood sat kept became becomes died married lived resigned insisted argued
    argues admitted agreed demanded declared explained objected remained remembered recalled recalls recounts relates
    returned arrived reported remarked suggested voted abstained withdrew signed drafted led fought lost won
    tried began felt found sent shouted smiled laughed hoped feared preferred sided testified understood
    described describes repeated repeats added adds continued concluded maintained attacked defended fled hid
    escaped edited painted published walked sailed bought sold paid owned worked learned taught refused declined
    accepted accused acted advised announced appealed approved arranged attended attempted attributed called
    changed charged claimed commanded complained confessed confirmed considered criticized decided delivered
    denied denounced directed disagreed dismissed doubted elaborated emphasized expected expressed failed followed
    threw drew flew grew blew rode rose drove broke chose woke wore swore tore bore sang rang drank sank swam ate forgot
    forgave struck swung hung dug shook ran slept crept wept swept dealt meant hit put set cut let shut quit built
    lent bent spent heard slid sought caught brought rebuilt withstood undertook overtook overthrew foresaw
    himself herself who whose alone
    had was has is did does would could might may should must will also then himself now never always
    """)
)
"""Words behind a person who does or is something."""

_WEAK_ACTS = frozenset(
    words(
        "had was has is did does would could might may should must will also then now never always alone"
    )
)


_SAYINGS = frozenset(
    words("""
    said says wrote writes told replied answered asked argued declared explained insisted recalled recalls recounts
    relates related remarked reported reports shouted spoke testified added adds admitted observed exclaimed cried
    continued objected
    """)
)


_HUMAN_ACTS = frozenset(
    words("""
    believed thought wanted knew hoped feared held moved proposed seconded voted abstained resigned refused declined
    married died lived demanded preferred understood remembered smiled laughed tried admitted agreed who whose himself
    herself
    """)
)


def is_strong_act(word: str) -> bool:
    """Tell whether a word behind a name tells an act that people do, and things hardly ever."""
    return word in ACTS and word not in _WEAK_ACTS


def is_saying(word: str) -> bool:
    """Tell whether a word before a name tells that its bearer speaks: `wrote Pell`, `relates Pell`."""
    return word in _SAYINGS


def is_act(word: str) -> bool:
    """Tell whether a word behind a name tells an act, if only that somebody had or was something."""
    return word in ACTS


def is_class_or_nation(word: str) -> bool:
    """Tell by its ending whether a folded word names a nation, a party or a creed."""
    return word.removesuffix("s") in NATIONS or (len(word) >= _LONG and word.endswith(_NATIONS))


def is_land(word: str) -> bool:
    """Tell by its ending whether a folded word names a place."""
    return len(word) >= _LONG and word.endswith(_LANDS)


def is_human_act(word: str) -> bool:
    """Tell whether a word behind a name tells what only people do: they say, want, marry."""
    return word in _SAYINGS or word in _HUMAN_ACTS


def is_agent(word: str) -> bool:
    """Tell whether a word before a name tells what somebody is: `the worker`, `the delegate`, `his nephew`."""
    return word in _KIN or (len(word) >= _LONG - 1 and word.endswith(_AGENTS))
