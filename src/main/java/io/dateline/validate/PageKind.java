package io.dateline.validate;

import com.ibm.icu.lang.UCharacter;
import io.dateline.article.Article;
import io.dateline.article.Block;
import io.dateline.article.Metadatum;
import io.dateline.article.Metadatum.Source;
import io.dateline.article.Page;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells pages that are no article: lists of articles or goods, front pages, errors, logins.
 *
 * <p>Signs for and against are added up in points; a single one is never enough, since real
 * articles have menus, lists and lazy templates. Plain text shows neither links nor types, so that
 * only an error's headline over a tiny body counts there.
 *
 * <p>Immutable and safe for use by several threads.
 */
final class PageKind {

  /**
   * Points at which a page is no article. Calibrated so that fewer than 1 % of articles reach it.
   */
  static final int LIMIT = 5;

  /** A body with fewer words is a notice. */
  private static final int NOTICE_WORDS = 60;

  /** Shortest link that is the headline of something, in UTF-16 code units. */
  private static final int HEADLINE_LINK = 30;

  private static final Set<String> LISTING_TYPES =
      Set.of(
          "collectionpage",
          "itemlist",
          "searchresultspage",
          "website",
          "product.group",
          "product:group",
          "productgroup",
          "profilepage",
          "blog",
          "frontpage");

  private final Set<String> listingPaths = Set.copyOf(Lines.of("listing-paths.txt"));
  private final List<String> errorTitles = Lines.of("error-titles.txt");

  /** A sentence why the page is no article, or empty if it may be one. */
  Optional<String> whyNoArticle(Page page, Article article) {
    if (article.wordCount() < NOTICE_WORDS && isErrorTitle(article)) {
      return Optional.of("The headline is that of an error or login page.");
    }
    if (page.document().newsroomFormat() != null) {
      return NewsItemKind.whyNoArticle(page);
    }
    if (!page.document().isHtml()) {
      return Optional.empty();
    }
    int points =
        typePoints(page)
            + bodyPoints(page, article)
            + linkPoints(page)
            + creditPoints(page, article)
            + headlinePoints(article)
            + addressPoints(article);
    return points >= LIMIT
        ? Optional.of("It looks like a list or front page: " + points + " points against it.")
        : Optional.empty();
  }

  private static int typePoints(Page page) {
    int points = 0;
    boolean article = false;
    for (Metadatum type : page.metadata("type").toList()) {
      String value = UCharacter.toLowerCase(Locale.ROOT, type.value());
      if (value.endsWith("article") || value.endsWith("posting") || value.equals("report")) {
        boolean structured = type.source() == Source.JSON_LD || type.source() == Source.MICRODATA;
        article = true;
        points = Math.min(points, structured ? -4 : -1);
      } else if (!article && LISTING_TYPES.contains(value)) {
        points = Math.max(points, value.equals("website") || value.equals("blog") ? 1 : 3);
      } else if (!article && value.startsWith("product")) {
        points = Math.max(points, 2);
      }
    }
    return points;
  }

  private static int bodyPoints(Page page, Article article) {
    int all = page.blocks().stream().mapToInt(block -> block.text().length()).sum();
    double share = all == 0 ? 0 : (double) article.body().length() / all;
    int points = article.wordCount() < 50 ? 3 : article.wordCount() < 120 ? 2 : 0;
    if (article.wordCount() > 300) {
      points -= 2;
    }
    return points + (share < 0.1 ? 2 : share < 0.25 ? 1 : share > 0.5 ? -3 : 0);
  }

  private static int linkPoints(Page page) {
    int all = 0;
    int linked = 0;
    int headlines = 0;
    for (Block block : page.blocks()) {
      all += block.text().length();
      linked += block.linkChars();
      headlines += block.linkDensity() > 0.7 && block.text().length() >= HEADLINE_LINK ? 1 : 0;
    }
    double density = all == 0 ? 0 : (double) linked / all;
    return (density > 0.65 ? 2 : density > 0.45 ? 1 : 0) + (headlines >= 25 ? 1 : 0);
  }

  /** Who wrote it and when: lists have neither, and their items' dates are not theirs. */
  private static int creditPoints(Page page, Article article) {
    boolean stated =
        page.metadata("datePublished")
            .anyMatch(
                date -> date.source() != Source.TIME_ELEMENT && date.source() != Source.ELEMENT);
    return (stated ? -2 : article.datePublished() == null ? 1 : 0)
        - (article.authors().isEmpty() ? 0 : 1);
  }

  /** Lists bear the name of a thing, articles say something of it. */
  private static int headlinePoints(Article article) {
    String headline = article.headline();
    if (headline == null) {
      return 1;
    }
    // Scripts without spaces: three characters are about one word.
    int unspaced = (int) headline.codePoints().filter(c -> c >= 0x2E80).count();
    int words = 1 + gaps(headline.strip()) + unspaced / 3;
    return words >= 5 ? -2 : words <= 3 ? 1 : 0;
  }

  /** Runs of white space. */
  private static int gaps(String text) {
    int gaps = 0;
    boolean inGap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ' || (c >= '\t' && c <= '\r');
      gaps += space && !inGap ? 1 : 0;
      inGap = space;
    }
    return gaps;
  }

  private int addressPoints(Article article) {
    String url = article.url();
    if (url == null) {
      return 0;
    }
    int start = url.indexOf("://");
    int slash = start < 0 ? -1 : url.indexOf('/', start + 3);
    String path = slash < 0 ? "" : url.substring(slash).split("[?#]", 2)[0];
    if (path.length() <= 1) {
      return 3;
    }
    for (String part : UCharacter.toLowerCase(Locale.ROOT, path).split("/", -1)) {
      if (listingPaths.contains(part)) {
        return 2;
      }
    }
    return 0;
  }

  private boolean isErrorTitle(Article article) {
    if (article.headline() == null) {
      return false;
    }
    String headline =
        UCharacter.toLowerCase(Locale.ROOT, article.headline().strip()).replace('’', '\'');
    for (String title : errorTitles) {
      boolean open = title.endsWith("*");
      String start = open ? title.substring(0, title.length() - 1) : title;
      if (open ? headline.startsWith(start) : headline.equals(start)) {
        return true;
      }
    }
    return false;
  }
}
