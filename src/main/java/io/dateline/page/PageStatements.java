package io.dateline.page;

import com.ibm.icu.lang.UCharacter;
import io.dateline.article.Block.Region;
import io.dateline.article.Metadatum.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Gathers what the elements of a page say of it, while they are walked. */
final class PageStatements {

  private static final MetaNames META = new MetaNames("meta-properties.txt");

  private final MetadataList metadata;
  private final JsonLd jsonLd;
  private final Microdata microdata;
  private final NamedElements named;
  private final List<String> addresses = new ArrayList<>();

  PageStatements(MetadataList metadata, PageLimits limits) {
    this.metadata = metadata;
    this.jsonLd = new JsonLd(metadata, limits);
    this.microdata = new Microdata(metadata);
    this.named = new NamedElements(metadata);
  }

  void script(Element script) {
    if (script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
      jsonLd.add(script.data());
    }
  }

  void enter(Element element, String tag, Set<Region> regions) {
    microdata.enter(element, tag, regions);
    named.enter(element, tag, regions);
    switch (tag) {
      case "meta" -> meta(element);
      case "link" -> link(element);
      case "title" -> metadata.add(Source.TITLE_ELEMENT, "title", "headline", element.wholeText());
      case "html" -> {
        String language = element.attr("lang").isBlank() ? "xml:lang" : "lang";
        metadata.add(Source.HTML_ATTRIBUTE, language, "inLanguage", element.attr(language));
      }
      case "time" -> time(element, regions);
      case "a" -> {
        if (hasRel(element, "author")) {
          metadata.add(Source.LINK, "rel=author", "author", ElementText.of(element));
        }
      }
      default -> {}
    }
  }

  void leave() {
    microdata.leave();
  }

  /** Writes down what could not be decided before the whole page was seen. */
  void finish() {
    jsonLd.finish(addresses);
    microdata.finish();
    named.finish();
  }

  private void meta(Element element) {
    // Some systems write the value where HTML has the content.
    String content = element.hasAttr("content") ? element.attr("content") : element.attr("value");
    String card = element.hasAttr("name") ? element.attr("name") : element.attr("property");
    if (card.startsWith("twitter:label") || card.startsWith("twitter:data")) {
      named.card(card, content);
      return;
    }
    for (String attribute : MetaNames.ATTRIBUTES) {
      String name = element.attr(attribute).strip();
      MetaNames.Meaning meaning = name.isEmpty() ? null : META.of(name);
      if (meaning != null) {
        String address = meaning.isAddress() ? element.absUrl("content") : "";
        String value = address.isEmpty() ? content : address;
        metadata.add(
            meaning.source(), UCharacter.toLowerCase(Locale.ROOT, name), meaning.property(), value);
        if (meaning.property().equals("url")) {
          addresses.add(value);
        }
        return;
      }
    }
  }

  private void link(Element element) {
    if (hasRel(element, "canonical")) {
      metadata.add(Source.LINK, "canonical", "url", target(element));
      addresses.add(0, target(element));
    } else if (hasRel(element, "image_src")) {
      metadata.add(Source.LINK, "image_src", "image", target(element));
    }
  }

  private static String target(Element link) {
    String address = link.absUrl("href");
    return address.isEmpty() ? link.attr("href") : address;
  }

  /** A time in the navigation or beside the story is another story's, one in a comment its own. */
  private void time(Element element, Set<Region> regions) {
    if (Region.areBesideTheStory(regions) || NamedElements.isInComments(element)) {
      return;
    }
    String names =
        UCharacter.toLowerCase(Locale.ROOT, element.className() + ' ' + element.attr("itemprop"));
    boolean modified = names.contains("modified") || names.contains("updated");
    boolean published = element.hasAttr("pubdate") || names.contains("publish");
    String property = modified && !published ? "dateModified" : "datePublished";
    String datetime = element.attr("datetime");
    metadata.add(
        Source.TIME_ELEMENT,
        element.hasAttr("pubdate") ? "time[pubdate]" : "time",
        property,
        datetime.isBlank() ? ElementText.of(element) : datetime);
  }

  private static boolean hasRel(Element element, String relation) {
    if (!element.hasAttr("rel")) {
      return false;
    }
    String relations = element.attr("rel").toLowerCase(Locale.ROOT);
    return relations.contains(relation) && List.of(relations.split("\\s+", -1)).contains(relation);
  }
}
