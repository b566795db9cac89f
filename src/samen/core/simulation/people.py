"""Who a person truly is: a function of the seed and the person's number.

Persons with neighbouring numbers have the same origin and form. That is used for what people
share: a family of up to four, three lodgings for each 24, an employer for each 48, a few large
reception centres for all.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from samen.core.simulation.chance import Bits, Chance, Flags, Whole
from samen.core.simulation.nation import Nation, Places
from samen.core.simulation.world import AGE_BOUNDS, FORMS, Names, Words, World, texts

FAMILY, LODGERS, CREW = 4, 24, 48
"""Numbers of persons among whom a family, lodgings and an employer are shared."""
CENTRES = 25
LODGINGS = 3
IS_KIN, IS_TWIN = 0.14, 0.05
HAS_SECOND_NAME, HAS_PREFIX, USES_CREW_PHONE = 0.35, 0.2, 0.08
MOVES_A_YEAR = 0.25
_CONSONANTS = tuple("ABCDEGHJKLMNPRSTVWXZ")
_YEAR = 365.25


@dataclass(frozen=True, eq=False)
class People:
    """The truth about the persons at some places; every property has one value a place.

    Texts are object arrays; a text that is not there is "". Days are since 1970.
    """

    nation: Nation
    places: Places

    @property
    def world(self) -> World:
        return self.nation.world

    @property
    def chance(self) -> Chance:
        return self.nation.chance

    @property
    def number(self) -> Whole:
        return self.places.person

    @property
    def group(self) -> Whole:
        return self.places.group

    def trait(self, name: str) -> Flags:
        """Whether a chance of the group of origin holds for the person."""
        return self.chance.shares(name, self.number) < self.world.traits[name][self.group]

    @cached_property
    def kin(self) -> Whole:
        """The number of the head of the family; one's own for who has none here."""
        head = self.number - self.number % FAMILY
        is_kin = self.chance.shares("kin", self.number) < IS_KIN
        return np.where(is_kin, head, self.number)

    @cached_property
    def given_name(self) -> Words:
        words = self._given("given")
        middle = self._middle
        return np.where(middle == "", words, middle + " " + words)

    @cached_property
    def second_name(self) -> Words:
        """A further given name on papers that not everybody writes down."""
        has = self.chance.shares("has second", self.number) < HAS_SECOND_NAME
        return np.where(has, self._given("second"), "")

    @cached_property
    def own_given(self) -> Words:
        """The given name in the script of the country, where that is another."""
        return self._given("given", own=True)

    def _given(self, about: str, *, own: bool = False) -> Words:
        shares = self.chance.shares(about, self.number)
        found = np.empty(len(shares), dtype=object)
        for sex, part in enumerate(("woman", "man")):
            of = self.places.sex == sex
            names = self.world.names[part]
            at = names.pool.pick(self.group[of], shares[of])
            found[of] = (names.own_script if own else names.pool.words)[at]
        return found

    @cached_property
    def _middle(self) -> Words:
        """The Vietnamese middle name, which belongs to the given name."""
        names = self.world.names["middle"]
        return self._gendered(names, "middle", self.group == self.world.groups.index("VN"))

    def _gendered(self, names: Names, about: str, of: Flags) -> Words:
        found = np.full(len(of), "", dtype=object)
        at = names.pool.pick(self.group[of], self.chance.shares(about, self.kin[of]))
        woman = self.places.sex[of] == 0
        found[of] = np.where(woman, names.feminine[at], names.pool.words[at])
        return found

    @cached_property
    def _families(self) -> tuple[Words, Words]:
        return self.families("family")

    @property
    def family_prefix(self) -> Words:
        """The tussenvoegsel."""
        return self._families[0]

    @property
    def family_name(self) -> Words:
        """The family name without tussenvoegsel, in the form for the person's sex."""
        return self._families[1]

    def families(self, about: str) -> tuple[Words, Words]:
        """Tussenvoegsels and family names by another draw: one's own, or a partner's."""
        composed = self._composed(about)
        whole = self._gendered(self.world.names["family"], about, ~composed)
        stem = self._gendered(self.world.names["stem"], f"{about} stem", composed)
        ending = self._gendered(self.world.names["ending"], f"{about} ending", composed)
        prefix, name = self._split(np.where(composed, stem + ending, whole))
        dutch = composed & (self.group == self.world.groups.index("NL"))
        with_prefix = dutch & (self.chance.shares(f"{about} prefix", self.kin) < HAS_PREFIX)
        some = 1 + self.chance.below(f"{about} which", self.kin, len(self.world.prefixes) - 1)
        return np.where(with_prefix, self.world.prefixes[some], prefix), name

    def _composed(self, about: str) -> Flags:
        """Whether the family name is made of a stem and an ending: the long tail of rare names."""
        chance = self.world.traits["composed"][self.group]
        return self.chance.shares(f"{about} composed", self.kin) < chance

    @cached_property
    def own_family(self) -> Words:
        """The family name in the script of the country, in the masculine form."""
        composed = self._composed("family")
        parts = {}
        for part, about in (
            ("family", "family"),
            ("stem", "family stem"),
            ("ending", "family ending"),
        ):
            names = self.world.names[part]
            found = np.full(len(composed), "", dtype=object)
            of = ~composed if part == "family" else composed
            at = names.pool.pick(self.group[of], self.chance.shares(about, self.kin[of]))
            found[of] = names.own_script[at]
            parts[part] = found
        return np.where(composed, parts["stem"] + parts["ending"], parts["family"])

    def _split(self, names: Words) -> tuple[Words, Words]:
        """The tussenvoegsel off "van den Berg"; other names have none."""
        prefix = np.full(len(names), "", dtype=object)
        name = names.copy()
        for at in np.flatnonzero(self.group == self.world.groups.index("NL")):
            before, space, last = names[at].rpartition(" ")
            prefix[at], name[at] = (before, last) if space else ("", last)
        return prefix, name

    @cached_property
    def birth_day(self) -> Whole:
        """Of who has a conventional date, 1 January where that leaves the age group as it is."""
        born = self._born(self.number)
        is_twin = (self.kin != self.number) & (self.chance.shares("twin", self.number) < IS_TWIN)
        born = np.where(is_twin, self._born(self.kin), born)
        years = born.astype("datetime64[D]").astype("datetime64[Y]")
        new_year = years.astype("datetime64[D]").astype(np.int64)
        low, high = np.array(AGE_BOUNDS).T * _YEAR
        age = self.places.first_day - new_year
        fits = (age > low[self.places.age]) & (age < high[self.places.age])
        return np.where(self.trait("new_year_birth") & fits, new_year, born)

    def _born(self, drawn: Whole) -> Whole:
        ages = self.nation.ages(drawn, self.places.age)
        return self.places.first_day - np.ceil(ages * _YEAR).astype(np.int64)

    def home(self, ago: Whole) -> Bits:
        """The key of the address in the year of the place, or `ago` moves earlier."""
        since = self.places.year - self.places.first_year
        moved = (since > 0) & (self.chance.shares("moves", self.places.place) < MOVES_A_YEAR)
        which = (self.kin * 8 + np.clip(3 + moved - ago, 0, 7)).astype(np.int64)
        key = self.chance.bits("home", which)
        block = self.number // LODGERS * 8 + self.chance.below("lodging", self.number, LODGINGS)
        key = np.where(
            self.trait("shared_housing") & (ago == 0), self.chance.bits("lodgings", block), key
        )
        centre = self.chance.bits("centre", self.chance.below("which centre", self.number, CENTRES))
        return np.where(self.trait("asylum") & (ago == 0), centre, key)

    @cached_property
    def employer(self) -> Bits:
        """The key of the employer or house of work; 0 for who has none."""
        at = FORMS.index("labour")
        chance = np.where(self.places.form == at, 0.97, 0.3)
        has = self.chance.shares("employed", self.number) < chance
        return np.where(has, self.chance.bits("employer", self.number // CREW), np.uint64(0))

    def phone(self, *, second: bool = False) -> Words:
        """In E.164. None is given out: Dutch numbers in unused ranges, others begin with 0."""
        about = "second phone" if second else "phone"
        shared = self.trait("shared_housing") & (
            self.chance.shares("crew phone", self.number) < USES_CREW_PHONE
        )
        of = np.where(shared, self.number // LODGERS - (1 << 40), self.number)
        digits = self.chance.below(about, of, 10**7)
        first = np.array([0, 6, 7, 9])[self.chance.below(f"{about} range", of, 4)]
        foreign = self.trait("foreign_phone")
        codes = self.world.traits["calling_code"].astype(np.int64)[self.group]
        starts = np.where(foreign, codes * 100 + first, 31 * 100 + 60 + first)
        return texts(f"+{a}{b:07d}" for a, b in zip(starts.tolist(), digits.tolist(), strict=True))

    def document(self, *, second: bool = False) -> Words:
        """Two letters and seven digits."""
        about = "second document" if second else "document"
        bits = self.chance.bits(about, self.number)
        n = len(_CONSONANTS)
        one, other = bits % np.uint64(n), (bits >> np.uint64(8)) % np.uint64(n)
        digits = (bits >> np.uint64(16)) % np.uint64(10**7)
        letters = texts(_CONSONANTS)
        found: Words = letters[one] + letters[other] + texts(f"{n:07d}" for n in digits.tolist())
        return found
