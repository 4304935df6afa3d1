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

  /** Characters between brackets that give an age, or an age and a trade. */
  private static final int MAX_AGE = 12;

  /** Names whose full form is looked for: each looks through the whole article. */
  private static final int MAX_SEARCHES = 100;

  private static final Map<String, List<String>> WORDS = load();

  private static final List<String> ZH_CUES = words("zh-cue");
  private static final Set<String> ZH_SURNAMES = Set.copyOf(words("zh-surname"));
  private static final String ZH_NO_NAME = String.join("", words("zh-no-name"));
  private static final List<String> JA_SUFFIXES = words("ja-suffix");
  private static final List<String> JA_CUES = words("ja-cue");

  private static final List<String> ZH_TELL = words("zh-tell");
  private static final List<String> ZH_ADVERBS = words("zh-adverb");
  private static final List<String> ZH_WOMEN = words("zh-woman");
  private static final List<String> ZH_MEN = words("zh-man");
  private static final List<String> ZH_BEHIND_NAME = words("zh-behind-name");
  private static final String ZH_TOWARDS = String.join("", words("zh-towards"));
  private static final char HE = '他';
  private static final char SHE = '她';

  /** Names that a pronoun may mean; the one named last comes first. */
  private static final int MAX_RECENT = 6;

  /** Characters of an office and a name that open a sentence. */
  private static final int MAX_OPENING = 10;

  /** Characters of whom something is told: 告诉新华社记者. */
  private static final int MAX_TOLD = 12;

  private final List<String> paragraphs;
  private final Map<String, String> fullNames = new HashMap<>();
  private final List<String> recent = new ArrayList<>();
  private final Map<String, Character> pronouns = new HashMap<>();

  EastAsianSpeakers(List<String> paragraphs) {
    this.paragraphs = paragraphs;
  }

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
    if (speech == null) {
      meetOpening(paragraph, quotation.open());
      speech = chineseBefore(before);
    }
    return speech;
  }

  /** The full name that the article gives anywhere for a Japanese family name, or the name. */
  private String fullName(String name) {
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

  private @Nullable Speech chineseAfter(String after) {
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

  private @Nullable Speech chineseBefore(String before) {
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
  private @Nullable Speech chinese(String clause) {
    for (String cue : ZH_CUES) {
      if (clause.endsWith(cue)) {
        return speech(clause.substring(0, clause.length() - cue.length()), cue);
      }
    }
    for (String tell : ZH_TELL) {
      int at = clause.lastIndexOf(tell);
      if (at > 0 && clause.length() - at <= MAX_TOLD) {
        return speech(clause.substring(0, at), tell);
      }
    }
    return null;
  }

  /** {@code 陈国栋对记者}, {@code 李秀兰女士}, {@code 她}: the name or pronoun that a subject is. */
  private @Nullable Speech speech(String subject, String cue) {
    String text = subject;
    for (int i = 1; i < text.length(); i++) {
      if (ZH_TOWARDS.indexOf(text.charAt(i)) >= 0) {
        text = text.substring(0, i);
      }
    }
    for (String adverb : ZH_ADVERBS) {
      if (text.length() > adverb.length() && text.endsWith(adverb)) {
        text = text.substring(0, text.length() - adverb.length());
        break;
      }
    }
    if (text.length() == 1 && (text.charAt(0) == HE || text.charAt(0) == SHE)) {
      return new Speech(text, whom(text.charAt(0)), cue);
    }
    boolean woman = ZH_WOMEN.stream().anyMatch(text::endsWith);
    boolean man = ZH_MEN.stream().anyMatch(text::endsWith);
    for (String address : woman ? ZH_WOMEN : man ? ZH_MEN : List.<String>of()) {
      if (text.endsWith(address)) {
        text = text.substring(0, text.length() - address.length());
        break;
      }
    }
    String name = chineseName(text);
    if (name == null) {
      return null;
    }
    meet(name);
    if (woman || man) {
      pronouns.put(name, woman ? SHE : HE);
    }
    return new Speech(name, name, cue);
  }

  private void meet(String name) {
    recent.remove(name);
    recent.add(0, name);
    if (recent.size() > MAX_RECENT) {
      recent.remove(MAX_RECENT);
    }
  }

  /** Whoever was named last of those whom the article has not called by the other pronoun. */
  private @Nullable String whom(char pronoun) {
    for (String name : recent) {
      if (pronouns.getOrDefault(name, pronoun) == pronoun) {
        pronouns.put(name, pronoun);
        return name;
      }
    }
    return null;
  }

  /** {@code 村民王秀兰今年六十岁。她说}: the name that opens the sentence before the pronoun's. */
  private void meetOpening(String paragraph, int before) {
    String near = paragraph.substring(Math.max(0, before - 2 * REACH), before);
    int stop = near.lastIndexOf('。');
    if (stop <= 0) {
      return;
    }
    String sentence = near.substring(near.lastIndexOf('。', stop - 1) + 1, stop);
    for (String behind : ZH_BEHIND_NAME) {
      int at = sentence.indexOf(behind);
      String name = at > 1 && at <= MAX_OPENING ? chineseName(sentence.substring(0, at)) : null;
      if (name != null) {
        meet(name);
        return;
      }
    }
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

  private @Nullable Speech japanese(String before, String after) {
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
    return name == null ? null : new Speech(name, fullName(name), cue);
  }

  /** The characters before a form of address that marks the subject: 森田和子さんは. */
  private static @Nullable String japaneseName(String text) {
    for (String suffix : JA_SUFFIXES) {
      for (int at = text.lastIndexOf(suffix); at > 0; at = text.lastIndexOf(suffix, at - 1)) {
        int after = behindAge(text, at + suffix.length());
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

  /** {@code さん（68）は}: behind the age in brackets that may follow a form of address. */
  private static int behindAge(String text, int at) {
    if (at >= text.length() || "(（".indexOf(text.charAt(at)) < 0) {
      return at;
    }
    int i = at + 1;
    while (i < text.length() && i - at <= MAX_AGE && ")）".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i < text.length() && ")）".indexOf(text.charAt(i)) >= 0 ? i + 1 : at;
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
