package io.dateline.extract.quote;

import io.dateline.extract.text.WordLists;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds who speaks in Chinese and Japanese, where neither capitals nor spaces show a name: the
 * characters between a verb of speech and a family name, {@code “…”，校长李秀兰说}, or those before a form
 * of address, {@code 「…」と森田和子さんは話した}.
 *
 * <p>One article, one finder; not safe for use by several threads.
 */
final class EastAsianSpeakers {

  /** Characters looked at on either side of a quote. */
  private static final int REACH = 40;

  /** Characters of the longest name. */
  private static final int MAX_NAME = 8;

  /** Characters of the longest given name. */
  private static final int MAX_GIVEN_NAME = 4;

  /** Names whose full form is looked for: each looks through the whole article. */
  private static final int MAX_SEARCHES = 100;

  private static final Map<String, List<String>> WORDS = load();

  private static final List<String> ZH_CUES = words("zh-cue");
  private static final Set<String> ZH_SURNAMES = Set.copyOf(words("zh-surname"));
  private static final String ZH_NO_NAME = String.join("", words("zh-no-name"));
  private static final List<String> JA_SUFFIXES = words("ja-suffix");
  private static final List<String> JA_CUES = words("ja-cue");

  private final List<String> paragraphs;
  private final Map<String, String> fullNames = new HashMap<>();

  EastAsianSpeakers(List<String> paragraphs) {
    this.paragraphs = paragraphs;
  }

  /** Who said it and by which word. */
  record Speech(String name, String cue) {}

  /** The speech that the text around a quote tells of, or null. */
  @Nullable Speech find(String paragraph, Quotation quotation) {
    if (quotation.paragraph() != quotation.endParagraph()) {
      return null;
    }
    int close = Math.min(quotation.close(), paragraph.length());
    String after = paragraph.substring(close, Math.min(paragraph.length(), close + REACH));
    String before = paragraph.substring(Math.max(0, quotation.open() - REACH), quotation.open());
    if (!mayTell(after) && !mayTell(before)) {
      return null;
    }
    Speech speech = japanese(before, after);
    if (speech == null) {
      speech = chineseAfter(after);
    }
    return speech != null ? speech : chineseBefore(before);
  }

  /** The full name that the article gives anywhere for a Japanese family name, or the name. */
  String fullName(String name) {
    String known = fullNames.get(name);
    if (known != null || fullNames.size() >= MAX_SEARCHES) {
      return known == null ? name : known;
    }
    String full = search(name);
    fullNames.put(name, full);
    return full;
  }

  private String search(String name) {
    for (String paragraph : paragraphs) {
      for (int at = paragraph.indexOf(name); at >= 0; at = paragraph.indexOf(name, at + 1)) {
        int end = at + name.length();
        int limit = Math.min(paragraph.length(), end + MAX_GIVEN_NAME);
        for (int i = end + 1; i <= limit && isNamePart(paragraph.charAt(i - 1)); i++) {
          if (isAddressed(paragraph, i) && !isAddressed(paragraph, end)) {
            return paragraph.substring(at, i);
          }
        }
      }
    }
    return name;
  }

  private static boolean isAddressed(String text, int at) {
    return JA_SUFFIXES.stream().anyMatch(suffix -> text.startsWith(suffix, at));
  }

  private static boolean mayTell(String text) {
    return text.chars().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN);
  }

  private static @Nullable Speech chineseAfter(String after) {
    int start = 0;
    while (start < after.length() && "，,、 ".indexOf(after.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < after.length() && isHan(after.charAt(end))) {
      end++;
    }
    return chinese(after.substring(start, end));
  }

  private static @Nullable Speech chineseBefore(String before) {
    int end = before.length();
    while (end > 0 && "：:，, ".indexOf(before.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = end;
    while (start > 0 && isHan(before.charAt(start - 1))) {
      start--;
    }
    return chinese(before.substring(start, end));
  }

  /** A clause that ends with a verb of speech, or in which one ends it: the name before it. */
  private static @Nullable Speech chinese(String clause) {
    for (String cue : ZH_CUES) {
      if (clause.endsWith(cue)) {
        String name = chineseName(clause.substring(0, clause.length() - cue.length()));
        return name == null ? null : new Speech(name, cue);
      }
    }
    return null;
  }

  private static @Nullable String chineseName(String text) {
    // The longer first: 李秀兰 before 秀兰, and 欧阳明 before 阳明.
    for (int length = 4; length >= 2; length--) {
      int start = text.length() - length;
      if (start < 0) {
        continue;
      }
      String name = text.substring(start);
      boolean compound = length > 2 && ZH_SURNAMES.contains(name.substring(0, 2));
      boolean simple = length < 4 && ZH_SURNAMES.contains(name.substring(0, 1));
      boolean clean = name.chars().noneMatch(c -> ZH_NO_NAME.indexOf(c) >= 0);
      if ((compound || simple) && clean) {
        return name;
      }
    }
    return null;
  }

  private static @Nullable Speech japanese(String before, String after) {
    if (!after.startsWith("と") && !after.startsWith("」と")) {
      return null;
    }
    int stop = after.indexOf('。');
    String clause = stop < 0 ? after : after.substring(0, stop);
    String cue = null;
    int cueAt = -1;
    for (String stem : JA_CUES) {
      int at = clause.lastIndexOf(stem);
      if (at > cueAt) {
        cue = stem;
        cueAt = at;
      }
    }
    if (cue == null) {
      return null;
    }
    String name = japaneseName(clause.substring(0, cueAt));
    if (name == null) {
      int full = before.lastIndexOf('。');
      name = japaneseName(before.substring(full + 1));
    }
    return name == null ? null : new Speech(name, cue);
  }

  /** The characters before a form of address that marks the subject: 森田和子さんは. */
  private static @Nullable String japaneseName(String text) {
    for (String suffix : JA_SUFFIXES) {
      for (int at = text.lastIndexOf(suffix); at > 0; at = text.lastIndexOf(suffix, at - 1)) {
        int after = at + suffix.length();
        boolean subject = after < text.length() && "はがも".indexOf(text.charAt(after)) >= 0;
        int start = at;
        while (start > 0 && at - start <= MAX_NAME && isNamePart(text.charAt(start - 1))) {
          start--;
        }
        if (subject && at - start >= 2 && at - start <= MAX_NAME) {
          return text.substring(start, at);
        }
      }
    }
    return null;
  }

  private static boolean isNamePart(char c) {
    UnicodeScript script = UnicodeScript.of(c);
    return script == UnicodeScript.HAN || script == UnicodeScript.KATAKANA || c == 'ー' || c == '・';
  }

  private static boolean isHan(char c) {
    return UnicodeScript.of(c) == UnicodeScript.HAN;
  }

  private static List<String> words(String kind) {
    return WORDS.getOrDefault(kind, List.of());
  }

  private static Map<String, List<String>> load() {
    Map<String, List<String>> words = new HashMap<>();
    for (List<String> row : WordLists.table(EastAsianSpeakers.class, "east-asian.tsv", 2)) {
      List<String> longestFirst = new ArrayList<>(List.of(row.get(1).split(" ", -1)));
      longestFirst.sort(Comparator.comparingInt(word -> -word.length()));
      words.put(row.get(0), List.copyOf(longestFirst));
    }
    return Map.copyOf(words);
  }
}
