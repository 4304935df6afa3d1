package io.dateline.extract.quote;

import io.dateline.extract.quote.Lexicon.Section;
import io.dateline.extract.quote.Mention.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The people and bodies of one article: gives a surname its full name, a pronoun the last person it
 * fits, a role the person who was said to hold it. Filled before it is asked about names; what was
 * spoken of last it learns as the article is read. Not thread-safe: one article, one cast.
 */
final class Cast {

  /** Full names kept; an article that has more is a list. */
  static final int MAX_NAMES = 2_000;

  /** How many of those spoken of last a pronoun may mean. */
  private static final int MAX_RECENT = 6;

  /** What stands between the words of a description. */
  private static final Pattern GAP = Pattern.compile("[ ,]+");

  private enum Sex {
    MALE,
    FEMALE,
    UNKNOWN
  }

  private static final class Member {
    final String name;
    final String lowerName;

    /** Which sentence brings them in. */
    final int sentence;

    int count;
    Sex sex = Sex.UNKNOWN;

    /** Whether only the ending of the first name tells the sex. */
    boolean guessed;

    boolean person = true;

    /** Whether somebody of this name was the subject of a word of speech. */
    boolean speaks;

    @Nullable String description;

    /** Its words in lower case. */
    String[] descriptionWords = {};

    Member(String name, int sentence) {
      this.name = name;
      this.lowerName = Lexicon.lower(name);
      this.sentence = sentence;
    }

    /** Whether these lower-case words end the name, and others stand before them. */
    boolean endsWith(String words) {
      int space = lowerName.length() - words.length() - 1;
      return space >= 0 && lowerName.charAt(space) == ' ' && lowerName.endsWith(words);
    }
  }

  private final Lexicon lexicon;
  private final NameRecogniser names;
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Map<String, List<Member>> byWord = new HashMap<>();
  private final List<Member> recent = new ArrayList<>();
  private int sentence;

  Cast(Lexicon lexicon, NameRecogniser names) {
    this.lexicon = lexicon;
    this.names = names;
  }

  /** Notes that the names met from now on stand in another sentence. */
  void beginSentence() {
    sentence++;
  }

  /** Notes a name of the article, whoever it is. */
  void meet(Mention mention) {
    if (mention.kind() != Kind.NAME) {
      return;
    }
    Member member = members.get(mention.written());
    if (member == null) {
      if (members.size() >= MAX_NAMES) {
        return;
      }
      member = new Member(mention.written(), sentence);
      member.person = !names.isOrganisation(mention.written());
      members.put(mention.written(), member);
      String[] words = mention.written().split(" ", -1);
      String first = Lexicon.lower(words[0]);
      boolean known = lexicon.isFirstName(first);
      if (words.length > 1 || known) {
        member.sex = sexOf(first);
        member.guessed = !known;
      }
      if (words.length > 1) {
        for (String word : words) {
          byWord.computeIfAbsent(Lexicon.lower(word), w -> new ArrayList<>(2)).add(member);
        }
      }
    }
    member.count++;
    if (lexicon.is(Section.TITLE_MALE, mention.title())) {
      member.sex = Sex.MALE;
    } else if (lexicon.is(Section.TITLE_FEMALE, mention.title())) {
      member.sex = Sex.FEMALE;
    }
    if (member.description == null && mention.description() != null) {
      member.description = mention.description();
      member.descriptionWords = GAP.split(Lexicon.lower(mention.description()), -1);
      Sex told = sexOfTitle(member.descriptionWords);
      if (told != Sex.UNKNOWN && (member.sex == Sex.UNKNOWN || member.guessed)) {
        member.sex = told;
        member.guessed = false;
      }
    }
  }

  /** The full name that the mention means, or null if that cannot be told. */
  @Nullable String fullName(Mention mention) {
    Member member = find(mention);
    if (member == null) {
      return mention.kind() == Kind.NAME ? mention.written() : null;
    }
    return mention.kind() == Kind.NAME && isShared(mention, member) ? null : member.name;
  }

  /**
   * Whether a surname alone may be that of two people whom one sentence brings in, a brother and a
   * sister: neither has spoken yet, and neither is named more often than the other.
   */
  private boolean isShared(Mention mention, Member member) {
    String written = Lexicon.lower(mention.written());
    if (written.indexOf(' ') >= 0 || !mention.title().isEmpty() || member.speaks) {
      return false;
    }
    for (Member other : byWord.getOrDefault(written, List.of())) {
      if (other != member
          && other.person
          && !other.speaks
          && other.sentence == member.sentence
          && lexicon.isFirstName(Lexicon.lower(firstWord(other.name)))
          && lexicon.isFirstName(Lexicon.lower(firstWord(member.name)))
          && rank(other, written) == rank(member, written)) {
        return true;
      }
    }
    return false;
  }

  private static String firstWord(String name) {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }

  private static boolean hasMoreWords(String text, int most) {
    int spaces = 0;
    for (int i = text.indexOf(' '); i >= 0 && spaces < most; i = text.indexOf(' ', i + 1)) {
      spaces++;
    }
    return spaces >= most;
  }

  /** Notes that somebody speaks now: the article turns to them. */
  void turnToSpeaker(Mention mention) {
    Member member = mention.kind() == Kind.NAME ? find(mention) : null;
    if (member != null && !isShared(mention, member)) {
      member.speaks = true;
    }
    turnTo(mention);
  }

  /** Whether a mention is of a person, as far as a name, a title or a role can tell. */
  boolean isPerson(Mention mention) {
    if (mention.kind() == Kind.HE || mention.kind() == Kind.SHE) {
      return true;
    }
    Member member = find(mention);
    if (member != null) {
      return member.person
          && (member.name.indexOf(' ') > 0
              || member.sex != Sex.UNKNOWN
              || member.speaks
              || member.description != null
              || !mention.title().isEmpty());
    }
    if (mention.kind() == Kind.NOUN_PHRASE) {
      for (String word : Lexicon.lower(mention.written()).split(" ", -1)) {
        if (lexicon.is(Section.PREPOSITION, word)) {
          return false;
        }
        if (lexicon.is(Section.ROLE, word) || lexicon.is(Section.TITLE, word)) {
          return true;
        }
      }
    }
    return mention.kind() == Kind.OTHER_PRONOUN
        && lexicon.is(Section.PEOPLE, Lexicon.lower(mention.written()));
  }

  /** Whether a mention names somebody whose full name the article gives. */
  boolean knows(Mention mention) {
    String name = fullName(mention);
    return name != null && name.indexOf(' ') > 0;
  }

  /** Whoever was spoken of last: the subject of a verb that has none of its own. */
  @Nullable String latest() {
    return recent.isEmpty() ? null : recent.get(0).name;
  }

  /** What the article says a full name is, wherever it says so. */
  @Nullable String description(@Nullable String fullName) {
    Member member = fullName == null ? null : members.get(fullName);
    return member == null ? null : member.description;
  }

  /** Notes that the article speaks of somebody now: pronouns after this may mean them. */
  void turnTo(Mention mention) {
    Member member = find(mention);
    if (member == null || !member.person) {
      return;
    }
    if (member.sex == Sex.UNKNOWN) {
      member.sex =
          mention.kind() == Kind.HE
              ? Sex.MALE
              : mention.kind() == Kind.SHE ? Sex.FEMALE : member.sex;
    }
    recent.remove(member);
    recent.add(0, member);
    if (recent.size() > MAX_RECENT) {
      recent.remove(MAX_RECENT);
    }
  }

  /**
   * Notes whom a sentence names beside its subject: people known in full, of known sex, so that no
   * place or company is taken for one. The first named comes first.
   */
  void turnToAll(List<Mention> mentions) {
    for (int i = mentions.size() - 1; i >= 0 && mentions.size() <= MAX_RECENT; i--) {
      Member member = find(mentions.get(i));
      if (member != null && (member.sex != Sex.UNKNOWN || member.description != null)) {
        turnTo(mentions.get(i));
      }
    }
  }

  private @Nullable Member find(Mention mention) {
    return switch (mention.kind()) {
      case NAME -> named(mention);
      case HE -> last(Sex.MALE);
      case SHE -> last(Sex.FEMALE);
      case OTHER_PRONOUN, UNNAMED -> null;
      case NOUN_PHRASE -> holder(mention.written());
    };
  }

  private @Nullable Member named(Mention mention) {
    String written = mention.written();
    Member own = members.get(written);
    int space = written.indexOf(' ');
    boolean surname =
        space > 0 && lexicon.is(Section.PARTICLE, Lexicon.lower(written.substring(0, space)));
    if (space >= 0 && !surname && !byWord.isEmpty() && own != null) {
      return own;
    }
    Member best = null;
    String lower = Lexicon.lower(written);
    Sex sex =
        lexicon.is(Section.TITLE_MALE, mention.title())
            ? Sex.MALE
            : lexicon.is(Section.TITLE_FEMALE, mention.title()) ? Sex.FEMALE : Sex.UNKNOWN;
    String key = lower.substring(lower.lastIndexOf(' ') + 1);
    List<Member> candidates = byWord.getOrDefault(key, List.of());
    for (Member candidate : candidates) {
      if (!candidate.person
          || (key.length() < lower.length() && !candidate.endsWith(lower))
          || (sex != Sex.UNKNOWN && candidate.sex != Sex.UNKNOWN && sex != candidate.sex)) {
        continue;
      }
      if (best == null || rank(candidate, lower) > rank(best, lower)) {
        best = candidate;
      }
    }
    return best != null ? best : own;
  }

  /** A surname before a first name; then who is named more often. */
  private static int rank(Member member, String word) {
    boolean surname = member.endsWith(word);
    return member.count + (surname ? 10_000 : 0);
  }

  private @Nullable Member last(Sex sex) {
    for (Member member : recent) {
      if (member.sex == sex || (member.sex == Sex.UNKNOWN && mayBePerson(member))) {
        return member;
      }
    }
    return null;
  }

  /** A single word may be a place or a people; it is somebody if it has spoken. */
  private static boolean mayBePerson(Member member) {
    return member.speaks || member.name.indexOf(' ') > 0;
  }

  /** {@code the minister}: whoever was described as one, spoken of last. */
  private @Nullable Member holder(String phrase) {
    String lower = Lexicon.lower(phrase);
    if (!lexicon.is(Section.DETERMINER, firstWord(lower)) || hasMoreWords(lower, 3)) {
      return null;
    }
    String role = lower.substring(lower.lastIndexOf(' ') + 1);
    for (Member member : recent) {
      if (describes(member, role)) {
        return member;
      }
    }
    Member only = null;
    for (Member member : members.values()) {
      if (describes(member, role)) {
        if (only != null) {
          return null;
        }
        only = member;
      }
    }
    return only;
  }

  /**
   * Whether somebody was said to be this: a known role anywhere in the description, any other word
   * as what the description is about: the {@code master} in "harbour master of Lunna".
   */
  private boolean describes(Member member, String role) {
    if (member.description == null) {
      return false;
    }
    boolean known = lexicon.is(Section.ROLE, role) || lexicon.is(Section.TITLE, role);
    String[] words = member.descriptionWords;
    for (int i = 0; i < words.length; i++) {
      boolean head = i + 1 == words.length || lexicon.is(Section.PREPOSITION, words[i + 1]);
      if ((known || head) && isSame(words[i], role)) {
        return true;
      }
      if (head && !known) {
        return false;
      }
    }
    return false;
  }

  /** German joins the office to its field: the minister is the "Agrarminister". */
  private boolean isSame(String word, String role) {
    return word.equals(role)
        || (lexicon.capitalisesNouns() && role.length() > 3 && word.endsWith(role));
  }

  private Sex sexOfTitle(String[] description) {
    for (String word : description) {
      boolean male = lexicon.is(Section.TITLE_MALE, word);
      boolean female = lexicon.is(Section.TITLE_FEMALE, word);
      if (male != female) {
        return male ? Sex.MALE : Sex.FEMALE;
      }
    }
    return Sex.UNKNOWN;
  }

  private Sex sexOf(String firstName) {
    if (lexicon.isFirstName(firstName)) {
      return lexicon.is(Section.MALE_NAME, firstName) ? Sex.MALE : Sex.FEMALE;
    }
    boolean tells = lexicon.tellsSexByEnding() && firstName.length() > 2;
    return tells && firstName.endsWith("a")
        ? Sex.FEMALE
        : tells && firstName.endsWith("o") ? Sex.MALE : Sex.UNKNOWN;
  }
}
