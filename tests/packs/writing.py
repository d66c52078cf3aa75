"""What a mentee might write, in any script, and what somebody hostile might."""

from __future__ import annotations

from random import Random

# One script a line; the last one is signs that hardly any font has.
SCRIPTS = tuple(
    tuple(line.split())
    for line in """
corridor meeting number planning weekly decision honest afternoon headline hedging half-way so…
office manager, budget question; silence delivered don\u2019t ready
Gespräch schließlich Überblick Straße ärgerlich müde später Führung „Mut“
réunion façon déçue être œuvre première naïveté où élève ﬁnal ﬂeuve
źródło więcej łatwo żółty ćwiczenie Đường tiếng nghĩa người İstanbul
συνάντηση σιωπή απόφαση δύσκολο γραφείο τέλος ώρες Άνοιξη
встреча тихо решение сложно работать неделя ещё объём коллега
اجتماع صعب قرار أسبوع مكتب، فريق لاحقًا السؤال ٤٢ نتيجة
פגישה קשה החלטה שבוע משרד, צוות מאוחר שאלה שָׁלוֹם 42
今天会议 困难 决定 每周 办公室\uff0c 团队 问题。 回答 项目
会議で 難しい 決定を 毎週 事務所、 質問が あった。 カタカナ ﾊﾝｶｸ
회의에서 어려운 결정을 매주 사무실 질문이 있었다 대답
बैठक कठिन निर्णय साप्ताहिक कार्यालय प्रश्न ประชุม ยาก ตัดสินใจ
🎉 👩\u200d🏫 🇵🇹 ✅ 👍🏽 ∑ √ ½ → □ \U0001d538 ﷽
""".strip().splitlines()
)
LETTERS = tuple(
    sorted({sign for word in script for sign in word if sign.isalpha()}) for script in SCRIPTS
)
HOSTILE = (
    '<img src="/etc/passwd"/>',
    "</para><b>&lt;&#x41;",
    "javascript:alert(1)",
    "[here](https://a.example/%41b?c=d)",
    "![](image:0197a3c2-5b1e-7c3d-9f00-1a2b3c4d5e60)",
    "\u202eright\u202c \u2066left\u2069",
    "zero\u200bwidth\u2060join\ufeff",
    "soft\u00adhyphen",
    "e\u0301\u0323\u0308\u0302\u0304\u0306",
    "W" * 150,
    "(((\\)) %PDF-1.7 endstream endobj",
    "\x00\x07tab\tbreak\x0b",
    "*_~`#>|",
)
PLAIN = 0.4
HALF = 0.5
FEW = 5
NAMES = (
    "Tomasz Wieczorek",
    "Bartholomew Quill",
    "Zoë Ångström",
    "Dr Xiulan Ferreira-Nuñez",
    "Νικόλαος Παππάς",
    "Юлия Орлова",
    "מרים אלון",
    "ليلى حداد",
    "田中 花子",
    "김민수",
)
"""People whose words no other text here has."""


class Writer:
    """Somebody who writes anything, by chance; the same chance writes the same again."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance

    def sentence(self) -> str:
        """A few words of one script, now and then with a name or something hostile among them."""
        pick = self.chance.choice
        words = self._words(self.chance.randint(2, 9))
        other, place = self.chance.random(), self.chance.randint(0, len(words))
        if other < 0.12:
            words.insert(place, pick(NAMES))
        elif other < 0.18:
            words.insert(place, pick(HOSTILE))
        elif other < 0.25:
            words[place:place] = self._words(3)
        return " ".join(words) + pick(".!?…. ").strip()

    def _words(self, count: int) -> list[str]:
        """Words of one script; half of them are no words, so that hardly two texts are alike."""
        which = self.chance.randrange(len(SCRIPTS))
        words, letters = SCRIPTS[which], LETTERS[which]
        if len(letters) < FEW:
            return self.chance.choices(words, k=count)
        return [
            self.chance.choice(words)
            if self.chance.random() < HALF
            else "".join(self.chance.choices(letters, k=self.chance.randint(3, 8)))
            for _ in range(count)
        ]

    def text(self, most: int = 4, *, least: int = 1) -> str:
        """Sentences after each other."""
        return " ".join(self.sentence() for _ in range(self.chance.randint(least, most)))

    def maybe(self) -> str:
        """Something short, or nothing."""
        return self.text(2, least=0)

    def body(self) -> str:
        """Some Markdown."""
        return "\n\n".join(self._block() for _ in range(self.chance.randint(1, 6)))

    def _block(self) -> str:
        say, how_many = self.sentence, self.chance.randint(1, 4)
        sign = self.chance.choice(["-", "1.", "- [ ]", "- [x]"])
        forms = (
            f"# {say()}",
            "\n".join(f"{sign} {say()}" for _ in range(how_many)),
            f"> {say()}\n>\n> **{say()}**",
            f"| {say()} | {say()} |\n|---|---|\n| {say()} | {say()} |",
            f"```\n{say()}\n```",
            f"{say()} **{say()}** _{say()}_ [{say()}](https://a.example/b%20c)",
        )
        return self.text(5) if self.chance.random() < PLAIN else self.chance.choice(forms)
