"""Texts in many scripts, as people write them."""

# ruff: noqa: RUF001 - signs of many scripts look alike

from __future__ import annotations

TEXTS = {
    "Polish": "Zażółć gęślą jaźń, i to nie raz.",
    "Vietnamese": "Đặng Thị Ngọc đã nói rất rõ ràng.",
    "Turkish": "İstanbul'da ılık bir gün, ŵ ŷ ǻ ẞ œ.",
    "Greek": "Ὁ λόγος· Μῆνιν ἄειδε θεὰ Πηληϊάδεω.",
    "Russian": "Съешь же ещё этих мягких булок, ґанок.",
    "Armenian": "Բարեւ Ձեզ, ինչպես եք այսօր։",
    "Georgian": "გამარჯობა, როგორ ხართ დღეს?",
    "Chinese": "我们今天讨论了如何提出不同的意见，并且（如果可能）写下来。"
    "“谢谢”，她说：《计划》第3点。",
    "Traditional": "繁體中文：鬱壘龜鑑，臺灣的學習計畫與回顧。",
    "Japanese": "昨日のミーティングで「もっとはっきり言って」と言われ、コーヒーを３杯飲みました。",
    "Korean": "안녕하세요. 오늘 회의에서 날짜를 바꾸자고 했다 (그러나 말하지 않았다).",
    "Arabic": "السلام عليكم، هذا نص طويل: لا أعرف الأرقام ١٢٣٤ و 5678 (بين قوسين) إلا قليلاً."
    " قال الأستاذ: «الآن نبدأ»، ثم كتب Greenroom version 2.0 في الدفتر؟",
    "pointed Arabic": "بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ",
    "Persian": "گفت‌وگو درباره‌ی برنامه‌ی توسعه؛ پژوهش چگونه پیش می‌رود؟",
    "Urdu": "یہ ایک اردو جملہ ہے، ٹھیک ہے نا؟ بھائی ڈاکٹر ہیں۔",
    "Hebrew": "שלום עולם! זהו טקסט (עם סוגריים) ועם English words באמצע,"
    " מספרים 123-456, ותאריך 21/5/2026. האם זה עובד?",
    "pointed Hebrew": "בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם",
    "emoji": "Well done 🎉 👍🏽 👩‍👩‍👧 🇩🇪 ❤️ 1️⃣ ☀️ → ✓ ≠ ∑ ♞ today",
    "mixed": "My mentor רות אדיימי said 你好 and مرحبا بك to 김민수 😀 in Երեւան.",
}
READ_ALIKE = set(TEXTS) - {"Arabic", "pointed Arabic", "Hebrew", "pointed Hebrew", "mixed"}
"""What PDFium reads as it was written. Where directions mix, it goes by rules of its own."""
