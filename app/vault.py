"""An open vault: reading, the one door for writing, undo, drafts, and locking."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from app.changes import Changes, Listener, Op
from app.clock import Clock, Moment
from app.domain.cycles import Preference
from app.domain.ids import Id
from app.history import History, Step
from app.security.keyfile import KeyFile
from app.security.wiping import wiped
from app.storage import checking, image_rows
from app.storage.asking import Asker
from app.storage.connection import open_database
from app.storage.errors import CopyFailedError, ReadOnlyError
from app.storage.index import Index
from app.storage.migrations import LATEST, migrate, version
from app.storage.past_rows import Past
from app.storage.rows import Reader
from app.storage.turns import InterruptedLookupError
from app.storage.writing import Write
from app.unlocking import BACKUPS, DATABASE, Keys


class Vault:
    """A vault that is open in this thread. `close` locks it; it cannot be used afterwards.

    Whoever reads gets frozen records from `read`. Whoever writes does so inside `transact`,
    which commits all or nothing, remembers the step for undo, and then tells the listeners.
    """

    def __init__(self, keys: Keys, clock: Clock) -> None:
        self.folder = keys.folder
        self.clock = clock
        self._keys = keys
        with wiped(keys.database_key()) as key:
            self._connection = open_database(keys.folder / DATABASE, key)
        self._index = Index(self._connection)
        try:
            self._settle()
        except BaseException:
            self._connection.close()
            raise
        self.read = Reader(self._connection)
        self._install = self.read.meta("install") or ""
        self._asker = Asker(self._connection)
        self._history = History()
        self._listeners: list[Listener] = []

    @property
    def name(self) -> str:
        """What the vault is called: its folder, without the ending."""
        return self.folder.name.removesuffix(".greenroom")

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved because of where the vault lies."""
        return self._connection.read_only

    @property
    def keys_rolled_back(self) -> bool:
        """Whether the key file is older than one that this vault was opened with before."""
        return self._keys.generation < int(self.read.meta("generation") or 0)

    @property
    def id(self) -> bytes:
        """The vault's random id, 16 bytes."""
        return self._keys.vault_id

    @property
    def passphrase_set(self) -> int | None:
        """When its passphrase was last changed, in milliseconds since 1970, UTC."""
        return self._keys.passphrase_set

    def now(self) -> Moment:
        """The present moment by this vault's clock."""
        return self.clock.now()

    def subscribe(self, listener: Listener) -> None:
        """Call `listener` with the Changes of every committed operation."""
        self._listeners.append(listener)

    def unsubscribe(self, listener: Listener) -> None:
        """Stop calling `listener`."""
        self._listeners.remove(listener)

    @contextmanager
    def transact(self, op: Op) -> Iterator[Write]:
        """All of an operation or nothing of it; listeners hear of it after it is on disk."""
        write = Write(self._connection, op, self.now(), self._install)
        with write.beside, self._connection.transaction():
            yield write
            self._index.follow(write.changes)
            if op is Op.PURGE:
                self._index.forget()
        step = Step(op, write.changes)
        if step.rows and op.undoable:
            self._history.record(step)
        if op is Op.PURGE:
            self._history.forget(step.touched)
            self._asker.forget()
        self._publish(Changes(op, step.touched))

    def undo(self) -> Op | None:
        """Take the last step back; returns what it was, or None where there is none."""
        return self._replay(Op.UNDO)

    def redo(self) -> Op | None:
        """Do the last undone step again; returns what it was, or None where there is none."""
        return self._replay(Op.REDO)

    def can_undo(self) -> Op | None:
        """The operation that undo would take back."""
        step = self._history.undoable()
        return step.op if step else None

    def can_redo(self) -> Op | None:
        """The operation that redo would do again."""
        step = self._history.redoable()
        return step.op if step else None

    def seal(self) -> None:
        """End a run of typing, so that what follows is an undo step of its own."""
        self._history.seal()

    def prefer(self, name: str, value: str) -> None:
        """Keep a preference of this vault."""
        with self.transact(Op.PREFER) as write:
            found = write.find(Preference, Id(name))
            created = found.created if found else 0
            write.put(Preference(id=Id(name), value=value, created=created))

    def keep_draft(self, name: str, content: str | None) -> None:
        """Keep what an unfinished dialog holds under a name; None forgets it."""
        with self._connection.transaction():
            Write(self._connection, Op.PREFER, self.now(), self._install).keep_draft(name, content)

    def as_of(self, seq: int) -> Reader:
        """The records as they stood after a line of the change log."""
        return Past(self._connection, seq)

    @contextmanager
    def look_up(self) -> Iterator[Asker]:
        """Ask the index, from any thread. InterruptedLookupError ends it where it is called off."""
        with self._connection.turns.look_up():
            if not self.read_only:
                self._catch_up()
            yield self._asker

    def hush(self) -> None:
        """Call off the look-ups under way, whose answers nobody wants any more."""
        self._connection.turns.hush()

    def rebuild_index(self) -> None:
        """Make the index of search anew."""
        self._index.rebuild()
        self._asker.forget()

    def verify(self) -> bool:
        """Whether all of it decrypts and is in order: structure, images, the index of search."""
        return self.verify_pages() and self.verify_index()

    def verify_pages(self) -> bool:
        """Whether every page decrypts, the structure is sound, and no image is damaged."""
        return self._connection.check() and image_rows.sound(self.read)

    def verify_index(self) -> bool:
        """Whether search finds everything that the records say, and nothing else."""
        if not self.read_only:
            self._catch_up()
        return checking.is_sound(self._connection)

    def renew_keys(self, key_file: KeyFile) -> None:
        """Take note that a secret was changed, so that an older key file is noticed later."""
        self._keys.key_file = key_file
        self._note_generation()

    def close(self) -> None:
        """Lock: forget the history, close the database, wipe the keys."""
        self._listeners.clear()
        self._history.clear()
        try:
            self._connection.close()
        finally:
            self._keys.wipe()

    def _replay(self, op: Op) -> Op | None:
        undoing = op is Op.UNDO
        step = self._history.undoable() if undoing else self._history.redoable()
        if step is None:
            return None
        write = Write(self._connection, op, self.now(), self._install)
        with self._connection.transaction():
            for row in (step.reversed() if undoing else step).rows:
                write.put_image(row.kind, row.id, row.after)
            self._index.follow(write.changes)
        if undoing:
            self._history.undone()
        else:
            self._history.redone()
        self._publish(Changes(op, step.touched, cause=step.op))
        return step.op

    def _catch_up(self) -> None:
        """Index what was put off. It gives way to whoever writes, and goes on after a read."""
        more = True
        while more:
            try:
                more = self._index.catch_up()
            except InterruptedLookupError:
                if not self._connection.turns.may_try_again:
                    raise

    def _publish(self, changes: Changes) -> None:
        if changes.touched:
            for listener in tuple(self._listeners):
                listener(changes)

    def _settle(self) -> None:
        """Bring the schema up to date and note which key file opened it."""
        found = version(self._connection)
        if not self._connection.read_only:
            # A new vault has nothing to lose on its way to the newest schema.
            migrate(self._connection, self._copy_before if found else lambda _: None)
            self._note_generation()
            self._index.settle()
        elif found < LATEST:  # it cannot be read before it was brought up to date
            raise ReadOnlyError

    def _copy_before(self, leaving: int) -> None:
        folder = self.folder / BACKUPS
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
        except OSError:
            raise CopyFailedError from None
        target = folder / f"schema-{leaving}-{self.now().at}.db"
        with wiped(self._keys.database_key()) as key:
            self._connection.copy_to(target, key)

    def _note_generation(self) -> None:
        now = self.now()
        reader = Reader(self._connection)
        known = int(reader.meta("generation") or 0)
        # Asked of the vault itself: a crash may have come between its schema and these facts.
        new = reader.meta("install") is None
        with self._connection.transaction():
            write = Write(self._connection, Op.PREFER, now, "")
            if new:
                write.set_meta("vault", self._keys.vault_id.hex())
                write.set_meta("install", self._keys.new_install_id())
                write.set_meta("created", str(now.at))
            if self._keys.generation > known:
                write.set_meta("generation", str(self._keys.generation))
