"""What partners registered: their files, the registrations in them, and how these changed.

The database shows a row only inside its purpose (samen.purposes.bound); the site's role
cannot remove one, nor write or change an earlier version.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import F, Q

from samen.core.terms import Precision, RegistrationKind
from samen.purposes.bound import Bound
from samen.register import models_of_access, sharing_keys
from samen.register.json_text import TextOfJSON
from samen.register.values import said

ORIGIN = ("nationality", "birth_country")
SHELTER = "shelter_address"
"""Fields that stand in tables of their own; the database refuses them in the row itself."""
AccessRequest = models_of_access.AccessRequest


class Delivery(Bound):
    """One file of a partner, taken in under a processing, with how its columns were read; or a
    registration that somebody typed, as a file of one row without a name.

    A row appears when a file is taken in and goes with its registrations. The same file
    under the same mapping is taken in once.

    Personal data: who handed it in; kept: as its registrations; source: Wpg art. 32, AVG
    art. 30.
    """

    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    mapping = models.JSONField(default=dict)
    received_at = models.DateTimeField()
    rows = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    findings = models.JSONField(
        default=dict, help_text="Rows by problem, and what is odd about a column; no values."
    )

    class Meta:
        ordering = ("-received_at",)
        indexes = [
            models.Index(fields=["processing", "regime", "sha256"], name="delivery_file"),
            models.Index(fields=["destroy_due"], name="delivery_destroy"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def same(self) -> int:
        """Good rows that said nothing new: known already, or twice in the file."""
        return self.rows - self.added - self.changed

    @property
    def whole(self) -> int:
        """All rows of the file with anything in them."""
        return self.rows + self.refused


class PartnerFile(Bound):
    """A partner's file as it came, or its refused rows to mend, in pieces.

    A row appears when a file is given; its pieces are emptied when it is taken in. The rows to mend
    can be fetched for a month. Only the team that gave it sees it. reading: how it is taken in.

    Personal data: all that a partner's file holds; kept: until it is taken in, at most a
    month; source: AVG art. 5 lid 1 onder e.
    """

    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    delivery = models.UUIDField(null=True, blank=True, db_index=True)
    given_at = models.DateTimeField()
    reading = models.JSONField(null=True, blank=True)

    class Meta:
        ordering = ("-given_at",)
        indexes = [
            models.Index(fields=["remove_due"], name="file_remove"),
            models.Index(fields=["destroy_due"], name="file_destroy"),
        ]

    def __str__(self) -> str:
        return self.name


class FilePiece(Bound):
    """A piece of a partner's file: at most a few megabytes.

    A row appears with its file, is emptied when the file is taken in, and goes with it.

    Personal data: as its file; kept: as its file; source: AVG art. 5 lid 1 onder e.
    """

    file = models.UUIDField()
    place = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        ordering = ("place",)
        indexes = [
            models.Index(fields=["file", "place"], name="piece_place"),
            models.Index(fields=["remove_due"], name="piece_remove"),
            models.Index(fields=["destroy_due"], name="piece_destroy"),
        ]

    def __str__(self) -> str:
        return f"{self.file}, {self.place}"


class FileProfile(models.Model):
    """How an organisation's files of one layout are read: the mapping, under a name.

    A row appears when somebody keeps a mapping, and changes when it is kept again under the
    same name.

    Personal data: none.
    """

    organisation = models.ForeignKey("accounts.Organisation", models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    mapping = models.JSONField()

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="profile_once"),
        ]

    def __str__(self) -> str:
        return self.name

    def columns(self) -> set[str]:
        """The names of the columns that it knows."""
        return {each["column"] for each in self.mapping["columns"]}


class Registration(Bound):
    """What one partner noted of one person, incident, organisation, address or thing.

    A row appears when it is typed or taken in from a file. It is out of sight from
    `remove_due` and destroyed on `destroy_due`, unless somebody put a hold on it.

    Beside the columns that are searched or linked stand `values`, every other field with its
    state (known, unknown, refused, not asked), and `raw`, the row as the partner gave it;
    `corrected` has what the partner had delivered of fields that a person corrected. The last
    columns follow from these by themselves: by them registrations share a place or a thing.

    Personal data: all that a partner may register of victims, suspects and others; kept: the
    term of its ground, at most that of the processing; source: Wpg art. 8 to 14, AVG art. 5
    lid 1 onder e.
    """

    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in RegistrationKind])
    first_processed_at = models.DateField()
    last_necessary_at = models.DateField()
    delivery = models.ForeignKey(
        Delivery, models.DO_NOTHING, db_constraint=False, db_index=False, null=True, blank=True,
        related_name="registrations",
    )  # fmt: skip
    source_row = models.PositiveIntegerField(null=True, blank=True)
    source_key = models.CharField(max_length=128)
    row_hash = models.CharField(max_length=64)
    given_names = models.CharField(max_length=200, blank=True, default="")
    family_name_prefix = models.CharField(max_length=40, blank=True, default="")
    family_name = models.CharField(max_length=200, blank=True, default="")
    given_key = models.CharField(max_length=200, blank=True, default="", db_collation="C")
    family_key = models.CharField(max_length=200, blank=True, default="", db_collation="C")
    birth_from = models.DateField(null=True, blank=True)
    birth_until = models.DateField(null=True, blank=True)
    birth_precision = models.CharField(
        max_length=10, blank=True, default="", choices=[(p.value, p.value) for p in Precision]
    )
    sex = models.CharField(max_length=20, blank=True, default="")
    street = models.CharField(max_length=200, blank=True, default="")
    house_number = models.CharField(max_length=20, blank=True, default="")
    house_number_addition = models.CharField(max_length=20, blank=True, default="")
    postcode = models.CharField(max_length=12, blank=True, default="")
    city = models.CharField(max_length=120, blank=True, default="")
    phone = models.CharField(max_length=40, blank=True, default="")
    document_number = models.CharField(max_length=60, blank=True, default="")
    employer = models.CharField(max_length=200, blank=True, default="")
    values = models.JSONField(default=dict)
    raw = TextOfJSON(default=dict)
    corrected = models.JSONField(null=True, blank=True)
    address_key = sharing_keys.address()
    employer_key = sharing_keys.employer()
    vehicle_key = sharing_keys.said("licence_plate")
    account_key = sharing_keys.said("bank_account")
    incident_key = sharing_keys.said("case_number")

    class Meta:
        indexes = [
            models.Index(fields=["processing", "family_key"], name="registration_family"),
            models.Index(fields=["processing", "given_key"], name="registration_given"),
            models.Index(fields=["phone"], name="registration_phone", condition=~Q(phone="")),
            models.Index(
                fields=["document_number"], name="registration_document",
                condition=~Q(document_number=""),
            ),
            models.Index(
                fields=["postcode"], name="registration_postcode", condition=~Q(postcode="")
            ),
            *(
                models.Index(
                    fields=[f"{name}_key"], name=f"registration_{name}",
                    condition=~Q(**{f"{name}_key": ""}),
                )
                for name in ("address", "employer", "vehicle", "account", "incident")
            ),
            BrinIndex(fields=["destroy_due"], autosummarize=True, name="registration_destroy"),
        ]  # fmt: skip
        constraints = [
            models.CheckConstraint(
                condition=Q(destroy_due__gte=F("remove_due")), name="registration_clocks"
            ),
            models.CheckConstraint(
                condition=Q(birth_until__gte=F("birth_from")), name="registration_birth_order"
            ),
            models.CheckConstraint(
                condition=~Q(values__has_any_keys=[*ORIGIN, SHELTER]), name="registration_apart"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"

    @property
    def said(self) -> dict[str, dict[str, str]]:
        """Every field with its state, whether it has a column of its own or not."""
        return said(vars(self))

    @property
    def is_person(self) -> bool:
        return self.kind in (RegistrationKind.VICTIM, RegistrationKind.SUSPECT)


class Origin(Bound):
    """What a registration says of where somebody comes from: nationality and country of birth.

    A row appears with the registration that tells it, has its number, and goes with it; what was
    told before stands in `earlier`. Members see no row: the database counts, and gives it to the
    person and, by a provision that is logged, to another organisation.

    Personal data: nationality and country of birth; kept: as the registration; source: AVG
    art. 9, 10 and 89.
    """

    said = models.JSONField()
    earlier = models.JSONField(default=list)

    def __str__(self) -> str:
        return str(self.pk)


class ShelterAddress(Bound):
    """Where somebody is sheltered, sealed with the key of the day on which it goes.

    A row appears when somebody notes it and is written over; what it was before is kept
    nowhere. Who registered it, and their team, have the database give it; each look is logged.

    Personal data: the address of a shelter, sealed; kept: as the registration; source: AVG
    art. 32, Wpg art. 4a.
    """

    registration = models.UUIDField(db_index=True)
    sealed = models.BinaryField()
    key_day = models.DateField()

    class Meta:
        verbose_name = "address of a shelter"
        indexes = [models.Index(fields=["key_day"], name="shelter_key_day")]

    def __str__(self) -> str:
        return str(self.registration)


class RegistrationVersion(Bound):
    """What a registration was before a change.

    A row appears with each change, written by the database itself, and goes with its
    registration or on its own date, whichever comes first.

    Personal data: as the registration; kept: as the registration; source: Wpg art. 8 to 14,
    AVG art. 5 lid 1 onder e.
    """

    registration = models.UUIDField(db_index=True)
    was = models.JSONField()
    changed_at = models.DateTimeField()
    changed_by = models.BigIntegerField()

    class Meta:
        ordering = ("-changed_at",)
        indexes = [models.Index(fields=["destroy_due"], name="version_destroy")]

    def __str__(self) -> str:
        return f"{self.registration}, {self.changed_at}"

    @property
    def said(self) -> dict[str, dict[str, str]]:
        """Every field with its state, as the registration said it then."""
        return said(self.was)


class Hold(Bound):
    """A decision that registrations are not destroyed yet: a case before a court, a complaint.

    A row appears when somebody decides it, with the reason, and is ended, not removed.
    What is held stays out of sight from the day on which it would have been.

    Personal data: who decided, and a reason; kept: as the registration; source: Wpg art. 14,
    AVG art. 18.
    """

    registration = models.UUIDField(db_index=True)
    reason = models.TextField()
    decided_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("-decided_on",)

    def __str__(self) -> str:
        return str(self.registration)


class Provision(Bound):
    """That data went to another organisation: what, to whom, why, and under which article.

    A row appears when somebody provides data, and never changes; the registrations in it are
    numbers that say nothing once these are destroyed.

    Personal data: who provided, and numbers of registrations; kept: at least until the last
    audit; source: Wpg art. 32, AVG art. 5 lid 2 and art. 30.
    """

    recipient = models.ForeignKey(
        "accounts.Organisation", models.DO_NOTHING, db_constraint=False, db_index=False,
        related_name="+",
    )  # fmt: skip
    rule = models.CharField(max_length=40)
    article = models.CharField(max_length=200)
    goal = models.TextField()
    decision = models.CharField(max_length=200, blank=True, default="")
    about = ArrayField(models.CharField(max_length=20))
    registrations = ArrayField(models.UUIDField())
    sha256 = models.CharField(max_length=64)
    provided_at = models.DateTimeField()

    class Meta:
        ordering = ("-provided_at",)
        indexes = [models.Index(fields=["destroy_due"], name="provision_destroy")]

    def __str__(self) -> str:
        return f"{self.provided_at}: {self.article}"
