package io.dateline.score;

import io.dateline.extract.text.Folding;
import io.dateline.output.ArticleColumn;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How the cells of a column are held against each other. */
enum Comparison {
  /** Equal when case, space and punctuation are folded. */
  TEXT {
    @Override
    boolean agree(String gold, String run) {
      return folded(gold).equals(folded(run));
    }
  },
  /** Equal as far as the gold goes: by the year, the month, the day, or the minute. */
  DATE {
    @Override
    boolean agree(String gold, String run) {
      return GoldDate.fits(gold, run);
    }
  },
  /** Equal numbers, however they are written. */
  NUMBER {
    @Override
    boolean agree(String gold, String run) {
      return Math.abs(Double.parseDouble(gold) - number(run)) < 1e-9;
    }
  },
  /**
   * Within {@link #COORDINATE_TOLERANCE} degrees: gazetteers differ in where a town's middle is.
   */
  COORDINATE {
    @Override
    boolean agree(String gold, String run) {
      return Math.abs(Double.parseDouble(gold) - number(run)) <= COORDINATE_TOLERANCE;
    }
  },
  /** Equal tags, or a closer one: {@code en-GB} where the gold says {@code en}. */
  LANGUAGE {
    @Override
    boolean agree(String gold, String run) {
      String wanted = gold.toLowerCase(Locale.ROOT).replace('_', '-');
      String had = run.toLowerCase(Locale.ROOT);
      return had.equals(wanted) || had.startsWith(wanted + "-");
    }
  },
  /** Each of several values counts; their order does not. */
  SET {
    @Override
    boolean agree(String gold, String run) {
      return elements(gold).equals(elements(run));
    }

    @Override
    Judgement judge(String gold, String run) {
      Set<String> wanted = elements(gold);
      Set<String> had = elements(run);
      Set<String> both = new HashSet<>(wanted);
      both.retainAll(had);
      return Judgement.ofCounts(wanted.size(), had.size(), both.size());
    }
  },
  /** By the overlap of runs of {@link #SHINGLE_WORDS} words; correct if word for word the same. */
  BODY {
    @Override
    boolean agree(String gold, String run) {
      return WordBag.words(gold).equals(WordBag.words(run));
    }

    @Override
    Judgement judge(String gold, String run) {
      if (gold.isEmpty() || run.isEmpty()) {
        return super.judge(gold, run);
      }
      Map<List<String>, Integer> wanted = WordBag.shingles(WordBag.words(gold), SHINGLE_WORDS);
      Map<List<String>, Integer> had = WordBag.shingles(WordBag.words(run), SHINGLE_WORDS);
      double common = WordBag.common(wanted, had);
      boolean agrees = agree(gold, run);
      return new Judgement(
          1, 1, agrees ? 1 : 0, common / count(had), common / count(wanted), agrees);
    }
  };

  /** Degrees: some 5 km. */
  static final double COORDINATE_TOLERANCE = 0.05;

  /** Long enough that two texts on one subject share few, short enough to forgive a word. */
  static final int SHINGLE_WORDS = 4;

  /** How a column of {@code articles.csv} is compared. */
  static Comparison of(ArticleColumn column) {
    return switch (column) {
      case DATE_PUBLISHED, DATE_MODIFIED, CAPTURE_DATE, DATE_CREATED -> DATE;
      case DATELINE_LATITUDE, DATELINE_LONGITUDE -> COORDINATE;
      case DATELINE_MONTH, DATELINE_DAY, WORD_COUNT, PARAGRAPH_COUNT, QUOTE_COUNT, SIZE_BYTES ->
          NUMBER;
      case AUTHORS, DATELINE_PLACE, KEYWORDS, WARNINGS -> SET;
      case IN_LANGUAGE -> LANGUAGE;
      case ARTICLE_BODY -> BODY;
      default -> TEXT;
    };
  }

  /** Whether two cells that are not empty agree. */
  abstract boolean agree(String gold, String run);

  /** What a pair of cells adds to the sums; either may be empty. */
  Judgement judge(String gold, String run) {
    return Judgement.ofCounts(
        gold.isEmpty() ? 0 : 1,
        run.isEmpty() ? 0 : 1,
        !gold.isEmpty() && !run.isEmpty() && agree(gold, run) ? 1 : 0);
  }

  /** What is wrong with a gold cell of this kind, or an empty text. */
  String objection(String gold) {
    if (gold.isEmpty()) {
      return "";
    }
    return switch (this) {
      case DATE -> GoldDate.isDate(gold) ? "" : "no ISO date such as 2016-09-05";
      case NUMBER, COORDINATE -> isNumber(gold) ? "" : "no number such as 7 or -33.92";
      default -> "";
    };
  }

  /** The text folded, or as it is if folding leaves nothing of it. */
  static String folded(String text) {
    String folded = Folding.fold(text);
    return folded.isEmpty() ? text.strip() : folded;
  }

  private static Set<String> elements(String cell) {
    return Arrays.stream(cell.split(";"))
        .filter(value -> !value.isBlank())
        .map(Comparison::folded)
        .collect(Collectors.toSet());
  }

  private static long count(Map<List<String>, Integer> shingles) {
    return shingles.values().stream().mapToLong(Integer::longValue).sum();
  }

  private static boolean isNumber(String text) {
    return text.matches("-?\\d{1,15}(\\.\\d{1,15})?");
  }

  private static double number(String text) {
    return isNumber(text) ? Double.parseDouble(text) : Double.NaN;
  }
}
