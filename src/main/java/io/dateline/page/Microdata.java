package io.dateline.page;

import io.dateline.article.Block.Region;
import io.dateline.article.Metadatum.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What the <a href="https://html.spec.whatwg.org/multipage/microdata.html">microdata</a> of a page
 * says of its article: the first item of an article's type that is not beside the story, or, where
 * there is none, properties that belong to no item.
 */
final class Microdata {

  /** Key of properties that belong to no item. */
  private static final String LOOSE = "itemprop";

  /**
   * An item, open while its element is.
   *
   * @param around the item it stands in
   * @param type local name of its type, empty if it has none
   * @param property what it is to the item around it, empty if nothing
   * @param number from 1; 0 stands for no item
   */
  private record Item(@Nullable Item around, String type, String property, int number) {}

  private record Statement(
      int place, int item, boolean aside, String key, String property, String value) {}

  private final MetadataList metadata;
  private final List<@Nullable Item> open = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private int items;

  Microdata(MetadataList metadata) {
    this.metadata = metadata;
  }

  void enter(Element element, String tag, Set<Region> regions) {
    Item around = open.isEmpty() ? null : open.get(open.size() - 1);
    Item item = around;
    if (element.attributesSize() > 0) {
      String property = element.attr("itemprop");
      if (element.hasAttr("itemscope")) {
        List<String> types = SchemaTerms.types(element.attr("itemtype"));
        String type = types.isEmpty() ? "" : types.get(0);
        item = new Item(around, type, property, ++items);
        if (SchemaTerms.isArticle(type)) {
          add(regions, item.number(), "@type", "type", type);
        }
      } else if (!property.isEmpty()) {
        for (String name : property.split("\\s+", 8)) {
          property(element, tag, regions, item, SchemaTerms.localName(name));
        }
      }
    }
    open.add(item);
  }

  void leave() {
    if (!open.isEmpty()) {
      open.remove(open.size() - 1);
    }
  }

  /** Writes down what is said of the page's own article. */
  void finish() {
    int item =
        statements.stream()
            .filter(s -> s.item() > 0 && !s.aside() && !s.property().equals("type"))
            .mapToInt(Statement::item)
            .findFirst()
            .orElse(0);
    for (Statement statement : statements) {
      if (statement.item() == item && !statement.aside()) {
        metadata.add(
            statement.place(),
            Source.MICRODATA,
            statement.key(),
            statement.property(),
            statement.value());
      }
    }
  }

  private void property(
      Element element, String tag, Set<Region> regions, @Nullable Item item, String name) {
    if (item == null) {
      String property = SchemaTerms.property(name);
      // Without an item, a name or a text may be anything's.
      if (property != null && !name.equals("name") && !name.equals("text")) {
        add(regions, 0, LOOSE + '.' + name, property, value(element, tag, property));
      }
      return;
    }
    if (SchemaTerms.isArticle(item.type())) {
      String property = SchemaTerms.property(name);
      if (property != null) {
        String key = item.type() + '.' + name;
        add(regions, item.number(), key, property, value(element, tag, property));
      }
      return;
    }
    Item article = item.around();
    String property = SchemaTerms.property(item.property());
    boolean names = name.equals("name") || (name.equals("url") && "image".equals(property));
    if (property != null && names && (article == null || SchemaTerms.isArticle(article.type()))) {
      String key =
          (article == null ? LOOSE : article.type())
              + '.'
              + item.property()
              + (item.type().isEmpty() ? "" : '.' + item.type())
              + '.'
              + name;
      int number = article == null ? 0 : article.number();
      add(regions, number, key, property, value(element, tag, property));
    }
  }

  private void add(Set<Region> regions, int item, String key, String property, String value) {
    boolean aside = Region.areBesideTheStory(regions);
    if (!value.isBlank()) {
      statements.add(new Statement(metadata.nextPlace(), item, aside, key, property, value));
    }
  }

  private static String value(Element element, String tag, String property) {
    if (element.hasAttr("content")) {
      return element.attr("content");
    }
    if (tag.equals("time") && element.hasAttr("datetime")) {
      return element.attr("datetime");
    }
    if (tag.equals("abbr") && property.startsWith("date") && element.hasAttr("title")) {
      return element.attr("title");
    }
    if (property.equals("url") || property.equals("image")) {
      String attribute = element.hasAttr("href") ? "href" : "src";
      String address = element.absUrl(attribute);
      return address.isEmpty() ? element.attr(attribute) : address;
    }
    return tag.equals("data") ? element.attr("value") : ElementText.of(element);
  }
}
