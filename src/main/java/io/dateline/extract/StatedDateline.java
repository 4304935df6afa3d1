package io.dateline.extract;

import com.ibm.icu.lang.UCharacter;
import io.dateline.article.Dateline;
import io.dateline.article.Metadatum;
import io.dateline.article.Metadatum.Source;
import io.dateline.article.Page;
import io.dateline.extract.dateline.DatelineMatch;
import io.dateline.extract.dateline.DatelineParser;
import io.dateline.extract.label.Label;
import io.dateline.extract.text.CleanText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dateline that a newsroom's document or a record states beside its story. It is read as if it
 * stood in front of the story, in capitals where only those make a name one of a place.
 *
 * @param source as in the column {@code field_sources}
 */
record StatedDateline(Dateline dateline, String source) {

  /** Longest dateline, in UTF-16 code units. */
  private static final int MAX_LENGTH = 120;

  /** A story for a dateline that stands alone, so long that it is no entry of a list. */
  private static final String STORY =
      "The words of a story follow here, since a name alone could be a heading or a list's entry.";

  /** The first stated dateline of {@code page} that can be read, or null. */
  static @Nullable StatedDateline of(
      Page page, DatelineParser parser, List<String> paragraphs, @Nullable String language) {
    if (paragraphs.isEmpty()) {
      return null;
    }
    for (Metadatum stated : page.metadata("dateline").toList()) {
      boolean meant = stated.source() == Source.NEWSROOM || stated.source() == Source.RECORD;
      if (meant && stated.value().length() <= MAX_LENGTH) {
        Dateline dateline = read(bare(stated.value()), parser, language);
        if (dateline != null) {
          return new StatedDateline(dateline, Sources.of(stated));
        }
      }
    }
    return null;
  }

  /** The dateline behind a label of its own, if it can be read; else null. */
  static @Nullable StatedDateline labelled(
      List<Label> labels, DatelineParser parser, @Nullable String language) {
    for (Label label : labels) {
      if (label.property().equals("dateline") && label.value() != null) {
        Dateline dateline = read(bare(label.value()), parser, language);
        if (dateline != null) {
          return new StatedDateline(dateline, Sources.ofLabel(label.name()));
        }
      }
    }
    return null;
  }

  private static @Nullable Dateline read(
      String printed, DatelineParser parser, @Nullable String language) {
    if (printed.isEmpty()) {
      return null;
    }
    Dateline dateline = parsed(printed, parser, language);
    if (dateline == null) {
      dateline = parsed(UCharacter.toUpperCase(Locale.ROOT, printed), parser, language);
    }
    return dateline == null ? place(printed) : withRaw(dateline, printed);
  }

  private static @Nullable Dateline parsed(
      String printed, DatelineParser parser, @Nullable String language) {
    Optional<DatelineMatch> match = parser.parse(List.of(printed + " - " + STORY), language);
    // All of it has to be the dateline: what is left over says that it was misread.
    return match
        .filter(found -> found.prefixLength() > printed.length())
        .map(DatelineMatch::dateline)
        .orElse(null);
  }

  /** A place that nobody knows is still where the story says it is from. */
  private static @Nullable Dateline place(String printed) {
    boolean isName = printed.codePoints().noneMatch(UCharacter::isDigit);
    return isName ? DatelineParser.ofUnknownPlace(printed) : null;
  }

  private static Dateline withRaw(Dateline read, String raw) {
    return new Dateline(
        raw,
        read.places(),
        read.region(),
        read.country(),
        read.latitude(),
        read.longitude(),
        read.month(),
        read.day(),
        read.year(),
        read.agency());
  }

  /** Without the dash that leads on to the story. */
  private static String bare(String stated) {
    String text = CleanText.clean(stated).strip();
    int end = text.length();
    while (end > 0 && " -–—_:,".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
