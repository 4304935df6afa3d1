package io.dateline.summary.report;

import com.ibm.icu.util.ULocale;
import io.dateline.summary.GroupKey;
import io.dateline.summary.Summary;
import io.dateline.summary.report.Ranking.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** One ranking as the template shows it. */
record RankingView(
    String id,
    String title,
    boolean empty,
    String emptyText,
    String label,
    String note,
    String what,
    String caption,
    String keyName,
    String detailName,
    String unit,
    List<Row> rows,
    String more,
    String csv) {

  /** Bars of a chart; the table has more. */
  static final int BARS = 12;

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]{2,35}");

  record Row(String key, String detail, String count, String share, String second) {}

  /** What a ranking is of, in words. */
  private record Words(String id, String title, String by, String keyName, String detailName) {}

  private static Words words(Summary summary) {
    return switch (summary) {
      case ARTICLES_BY_COUNTRY -> new Words("country", "By country", "country", "Country", "Code");
      case ARTICLES_BY_PLACE -> new Words("place", "By place", "place", "Place", "Country");
      case ARTICLES_BY_PROVIDER ->
          new Words("provider", "By agency or source", "agency or source", "Agency or source", "");
      case ARTICLES_BY_PUBLISHER ->
          new Words("publisher", "By publisher", "publisher", "Publisher", "");
      case ARTICLES_BY_LANGUAGE ->
          new Words("language", "By language", "language", "Language", "Code");
      case ARTICLES_BY_SECTION -> new Words("section", "By section", "section", "Section", "");
      case QUOTES_BY_SPEAKER -> new Words("speaker", "", "speaker", "Speaker", "");
      default -> throw new IllegalArgumentException(summary + " is no ranking of the page");
    };
  }

  static RankingView of(Summary summary, Ranking ranking) {
    Words words = words(summary);
    String unit = summary.countColumns().get(0);
    List<Row> rows = new ArrayList<>();
    for (Group group : ranking.groups()) {
      rows.add(
          new Row(
              name(summary, group.key()),
              detail(summary, group.key()),
              Figures.number(group.rows()),
              Figures.share(group.rows(), ranking.rows()),
              Figures.number(group.second())));
    }
    return new RankingView(
        words.id(),
        words.title(),
        rows.isEmpty(),
        ranking.rows() == 0
            ? "There are no " + unit + " yet."
            : "None of the " + Figures.count(ranking.rows(), unit) + " has one.",
        label(summary, ranking, unit, words.by()),
        note(ranking, unit),
        unit + " by " + words.by(),
        capital(unit)
            + " by "
            + words.by()
            + ", the most first; shares of all "
            + Figures.count(ranking.rows(), unit),
        words.keyName(),
        words.detailName(),
        capital(unit),
        rows,
        more(ranking, unit),
        "summary/" + summary.label() + ".csv");
  }

  /** The name of a group: that of a country or language for its code. */
  static String name(Summary summary, GroupKey key) {
    String value = Objects.requireNonNullElse(key.first(), "");
    return switch (summary) {
      case ARTICLES_BY_COUNTRY -> country(value);
      case ARTICLES_BY_LANGUAGE -> language(value);
      default -> Figures.text(value);
    };
  }

  /** The name of the country of a code, or the code; of what is no code the text. */
  static String country(String code) {
    if (!COUNTRY.matcher(code).matches()) {
      return Figures.text(code);
    }
    String name = new ULocale("und", code).getDisplayCountry(ULocale.ENGLISH);
    return name == null || name.isEmpty() ? code : name;
  }

  private static String language(String tag) {
    if (!LANGUAGE.matcher(tag).matches()) {
      return Figures.text(tag);
    }
    String name = ULocale.forLanguageTag(tag).getDisplayName(ULocale.ENGLISH);
    return name == null || name.isEmpty() ? tag : name;
  }

  private static String detail(Summary summary, GroupKey key) {
    return switch (summary) {
      case ARTICLES_BY_COUNTRY, ARTICLES_BY_LANGUAGE ->
          Figures.text(Objects.requireNonNullElse(key.first(), ""));
      case ARTICLES_BY_PLACE -> country(Objects.requireNonNullElse(key.second(), ""));
      default -> "";
    };
  }

  private static String label(Summary summary, Ranking ranking, String unit, String by) {
    StringBuilder label = new StringBuilder("Bar chart of " + unit + " by " + by + ". ");
    List<String> first =
        ranking.groups().stream()
            .limit(3)
            .map(group -> name(summary, group.key()) + " " + Figures.number(group.rows()))
            .toList();
    label.append(String.join(", ", first));
    long others = ranking.size() - first.size();
    if (others > 0) {
      label.append(" and ").append(Figures.number(others)).append(" more");
    }
    return label.append(". The table below has the numbers.").toString();
  }

  private static String note(Ranking ranking, String unit) {
    List<String> sentences = new ArrayList<>();
    long others = ranking.size() - Math.min(BARS, ranking.groups().size());
    if (others > 0) {
      long rows =
          ranking.moreRows() + ranking.groups().stream().skip(BARS).mapToLong(Group::rows).sum();
      sentences.add(
          "And " + Figures.number(others) + " more with " + Figures.count(rows, unit) + ".");
    }
    if (ranking.absentRows() > 0) {
      sentences.add(Figures.count(ranking.absentRows(), unit) + " without one.");
    }
    return String.join(" ", sentences);
  }

  private static String more(Ranking ranking, String unit) {
    return ranking.moreGroups() == 0
        ? ""
        : "and "
            + Figures.number(ranking.moreGroups())
            + " more with "
            + Figures.count(ranking.moreRows(), unit);
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
