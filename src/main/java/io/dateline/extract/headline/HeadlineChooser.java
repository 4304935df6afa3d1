package io.dateline.extract.headline;

import io.dateline.article.ArticleField;
import io.dateline.article.Trace;
import io.dateline.extract.headline.TitleCandidate.Kind;
import io.dateline.extract.text.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the headline by worth of its source and agreement with the others: two sources that say
 * the same are more than one that says something else.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class HeadlineChooser {

  /** Longest headline, in UTF-16 code units; a longer candidate is a paragraph. */
  static final int MAX_LENGTH = 400;

  /** What another source adds that says the same. */
  private static final int SAME = 3;

  /** What another source adds that says more, or less, but starts alike. */
  private static final int ALIKE = 1;

  /** The chosen headline. */
  public record Headline(String text, String source) {}

  private record Scored(int index, TitleCandidate candidate, String text, String folded) {}

  /**
   * The headline, or empty if no candidate has words.
   *
   * @param candidates in the order of their sources
   * @param siteNames names of the site and its publisher, as far as known
   */
  public Optional<Headline> choose(
      List<TitleCandidate> candidates, Collection<String> siteNames, Trace trace) {
    List<Scored> scored = scored(candidates, new SiteNames(siteNames));
    Scored best = null;
    int bestWorth = 0;
    for (Scored one : scored) {
      int worth = worth(one, scored);
      if (worth > bestWorth) {
        best = one;
        bestWorth = worth;
      }
    }
    for (Scored one : scored) {
      if (best != null
          && best.candidate().kind() != Kind.SELECTED
          && one.candidate().kind() == Kind.STATED
          && one.text().equals(best.text())) {
        // Where the page states the very same for machines, that is the source to name.
        best = one;
        break;
      }
    }
    if (trace.isOn()) {
      for (Scored one : scored) {
        trace.candidate(
            ArticleField.HEADLINE,
            one.text(),
            one.candidate().source(),
            one.equals(best),
            "worth " + worth(one, scored) + " by its source and the sources that agree");
      }
    }
    return best == null
        ? Optional.empty()
        : Optional.of(new Headline(best.text(), best.candidate().source()));
  }

  private static List<Scored> scored(List<TitleCandidate> candidates, SiteNames sites) {
    List<Scored> scored = new ArrayList<>();
    for (TitleCandidate candidate : candidates) {
      String text = cut(candidate, candidates, sites);
      String folded = Folding.fold(text);
      if (!folded.isEmpty() && text.length() <= MAX_LENGTH) {
        scored.add(new Scored(scored.size(), candidate, text, folded));
      }
    }
    return scored.stream()
        .map(one -> withoutOtherSite(one, scored))
        .map(one -> withoutKicker(one, scored))
        .toList();
  }

  /**
   * {@code Ferry returns | Old Post} on a page whose window says {@code Ferry returns | New Post}:
   * behind the bar stands a name of the site as well.
   */
  private static Scored withoutOtherSite(Scored one, List<Scored> all) {
    int bar = one.text().lastIndexOf(" | ");
    if (bar > 0 && one.candidate().kind().isHeading()) {
      String before = one.text().substring(0, bar).strip();
      for (Scored other : all) {
        if (other.candidate().kind() == Kind.WINDOW && other.text().equals(before)) {
          return new Scored(one.index(), one.candidate(), before, other.folded());
        }
      }
    }
    return one;
  }

  /**
   * {@code Harbour talks: Ferry returns} where a title made for others says {@code Ferry returns}
   * alone, or another has the same words behind another kicker; and the other way round, where the
   * page's titles agree on both and only its heading is set in two lines.
   */
  private static Scored withoutKicker(Scored one, List<Scored> all) {
    Kind own = one.candidate().kind();
    if (own == Kind.SELECTED) {
      return one;
    }
    boolean heading = own.isHeading();
    Scored longer = null;
    for (Scored other : all) {
      Kind kind = other.candidate().kind();
      boolean made = isMade(kind);
      boolean cuts =
          made || (!kind.isHeading() && !SiteNames.isColonBefore(one.text(), other.text()));
      if (cuts && SiteNames.isKickerBefore(one.text(), other.text())) {
        return new Scored(one.index(), one.candidate(), other.text(), other.folded());
      }
      String rest = made || isMade(own) ? SiteNames.commonRest(one.text(), other.text()) : "";
      if (!rest.isEmpty()) {
        return new Scored(one.index(), one.candidate(), rest, Folding.fold(rest));
      }
      if (heading && made && other.folded().equals(one.folded())) {
        return one;
      }
      if (heading && made && SiteNames.isColonBefore(other.text(), one.text())) {
        longer = other;
      }
    }
    return longer == null
        ? one
        : new Scored(one.index(), one.candidate(), longer.text(), longer.folded());
  }

  /** Whether the title is made for machines and other sites, apart from the page. */
  private static boolean isMade(Kind kind) {
    return kind == Kind.SHARED || kind == Kind.STATED;
  }

  /** The candidate without the site's name; another candidate shows best where it ends. */
  private static String cut(
      TitleCandidate candidate, List<TitleCandidate> others, SiteNames sites) {
    String text = candidate.text().strip();
    if (isWindow(candidate, others)) {
      String shown = "";
      for (TitleCandidate other : others) {
        String line = other.text().strip();
        if (other.kind() != Kind.WINDOW
            && line.length() > shown.length()
            && SiteNames.wordCount(line) >= 2
            && SiteNames.siteAfter(text, line).isPresent()) {
          shown = line;
        }
      }
      return shown.isEmpty() ? sites.withoutAny(text) : sites.withoutKnown(shown);
    }
    return sites.withoutKnown(text);
  }

  /** Whether it is the window's title, or that title repeated elsewhere with the site's name. */
  private static boolean isWindow(TitleCandidate candidate, List<TitleCandidate> others) {
    boolean mayRepeat = candidate.kind() == Kind.SHARED || candidate.text().contains(" | ");
    return candidate.kind() == Kind.WINDOW
        || (mayRepeat
            && others.stream()
                .anyMatch(
                    other ->
                        other.kind() == Kind.WINDOW
                            && other.text().strip().equals(candidate.text().strip())));
  }

  private static int worth(Scored one, List<Scored> all) {
    int worth = one.candidate().kind().worth();
    List<String> heard = new ArrayList<>();
    heard.add(origin(one));
    for (Scored other : all) {
      if (other.index() == one.index() || heard.contains(origin(other))) {
        continue;
      }
      if (other.folded().equals(one.folded())) {
        worth += SAME;
        heard.add(origin(other));
      } else if (other.folded().startsWith(one.folded() + " ")
          || one.folded().startsWith(other.folded() + " ")) {
        worth += ALIKE;
      }
    }
    return worth;
  }

  /** Titles of the window and for sharing come from one field of the system: they are one voice. */
  private static String origin(Scored scored) {
    return switch (scored.candidate().kind()) {
      case SHARED, WINDOW -> "";
      default -> scored.candidate().source();
    };
  }
}
