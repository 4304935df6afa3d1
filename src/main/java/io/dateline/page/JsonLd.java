package io.dateline.page;

import io.dateline.article.Metadatum.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What the JSON-LD of a page says of its article.
 *
 * <p>Where several articles are described, the one whose address is the page's own counts, else the
 * first at the top level; articles inside lists, and those that another is part of, are others.
 */
final class JsonLd {

  /** Elements of a list of authors or pictures that are looked at. */
  private static final int MAX_ELEMENTS = 50;

  /** Objects inside objects that a value is looked for in. */
  private static final int MAX_VALUE_DEPTH = 4;

  /** Properties that tell where an article stands. */
  private static final List<String> ADDRESSES = List.of("url", "mainEntityOfPage", "@id");

  private record Entity(int place, Map<?, ?> node, List<String> types) {
    String label() {
      return types.isEmpty() ? "Thing" : types.get(0);
    }
  }

  private final MetadataList metadata;
  private final LenientJson json;
  private final List<Entity> entities = new ArrayList<>();
  private final Map<String, Map<?, ?>> byId = new HashMap<>();

  JsonLd(MetadataList metadata, PageLimits limits) {
    this.metadata = metadata;
    this.json = new LenientJson(limits);
  }

  /** Takes in one script. */
  void add(String script) {
    int place = metadata.nextPlace();
    String text = script.contains("{&quot;") ? Parser.unescapeEntities(script, true) : script;
    for (Object root : json.parse(text)) {
      addTopLevel(place, root);
    }
  }

  /** Writes down what was found, once the addresses of the page are known. */
  void finish(List<String> addresses) {
    Entity main = mainArticle(addresses);
    boolean hasSite = false;
    boolean hasPage = false;
    for (Entity entity : entities) {
      if (entity.equals(main)) {
        statements(entity);
      } else if (!hasPage && entity.types().stream().anyMatch(SchemaTerms::isPage)) {
        hasPage = true;
        statements(entity);
      } else if (!hasSite && entity.types().stream().anyMatch(SchemaTerms::isSite)) {
        hasSite = true;
        String key = entity.label() + ".name";
        metadata.add(
            entity.place(), Source.JSON_LD, key, "publisher", text(entity.node().get("name"), 0));
      }
    }
  }

  private void addTopLevel(int place, Object root) {
    List<Object> queue = new ArrayList<>();
    queue.add(root);
    for (int i = 0; i < queue.size(); i++) {
      Object value = queue.get(i);
      if (value instanceof List<?> list) {
        queue.addAll(list);
      } else if (value instanceof Map<?, ?> node) {
        Object graph = node.get("@graph");
        if (graph != null) {
          queue.add(graph);
        }
        Entity entity = new Entity(place, node, types(node));
        entities.add(entity);
        if (node.get("@id") instanceof String id && node.size() > 1) {
          byId.putIfAbsent(id, node);
        }
        if (entity.types().stream().anyMatch(SchemaTerms::isPage)
            && node.get("mainEntity") instanceof Map<?, ?> mainEntity) {
          queue.add(mainEntity);
        }
        if (node.get("mainEntityOfPage") instanceof Map<?, ?> page && isArticle(types(page))) {
          queue.add(page);
        }
      }
    }
  }

  private @Nullable Entity mainArticle(List<String> addresses) {
    List<Entity> articles = entities.stream().filter(entity -> isArticle(entity.types())).toList();
    for (Entity article : articles) {
      if (addresses.stream().anyMatch(address -> isAt(article.node(), address))) {
        return article;
      }
    }
    // Several that all stand elsewhere are what a list of articles links to.
    boolean list =
        articles.size() > 1
            && !addresses.isEmpty()
            && articles.stream().allMatch(article -> hasAddress(article.node()));
    return articles.isEmpty() || list ? null : articles.get(0);
  }

  private static boolean isArticle(List<String> types) {
    return types.stream().anyMatch(SchemaTerms::isArticle);
  }

  private boolean hasAddress(Map<?, ?> node) {
    return ADDRESSES.stream().anyMatch(name -> address(node.get(name)) != null);
  }

  private boolean isAt(Map<?, ?> node, String address) {
    for (String name : ADDRESSES) {
      String value = address(node.get(name));
      if (value != null && Addresses.same(value, address)) {
        return true;
      }
    }
    return false;
  }

  private void statements(Entity entity) {
    for (String type : entity.types()) {
      metadata.add(entity.place(), Source.JSON_LD, "@type", "type", type);
    }
    for (Map.Entry<?, ?> entry : entity.node().entrySet()) {
      String name = SchemaTerms.localName(String.valueOf(entry.getKey()));
      String property = SchemaTerms.property(name);
      if (property != null) {
        statement(entity, entity.label() + '.' + name, property, entry.getValue());
      }
    }
  }

  private void statement(Entity entity, String key, String property, Object value) {
    List<?> values = value instanceof List<?> list ? list : List.of(value);
    for (Object one : values.subList(0, Math.min(values.size(), MAX_ELEMENTS))) {
      switch (property) {
        case "author", "publisher", "sourceOrganization" -> agent(entity, key, property, one);
        case "image", "url" -> add(entity, key, property, address(one));
        default -> add(entity, key, property, text(one, 0));
      }
    }
  }

  /** A person or organization: its name, with its type in the key. */
  private void agent(Entity entity, String key, String property, Object value) {
    if (!(value instanceof Map<?, ?> reference)) {
      add(entity, key, property, text(value, 0));
      return;
    }
    Map<?, ?> node = resolve(reference);
    List<String> types = types(node);
    String type = types.isEmpty() ? "" : '.' + types.get(0);
    Object name = node.get("name");
    List<?> names = name instanceof List<?> list ? list : name == null ? List.of() : List.of(name);
    for (Object one : names.subList(0, Math.min(names.size(), MAX_ELEMENTS))) {
      add(entity, key + type + ".name", property, text(one, 0));
    }
  }

  private Map<?, ?> resolve(Map<?, ?> node) {
    if (node.get("@id") instanceof String id && !node.containsKey("name")) {
      Map<?, ?> target = byId.get(id);
      return target == null ? node : target;
    }
    return node;
  }

  private void add(Entity entity, String key, String property, @Nullable String value) {
    metadata.add(entity.place(), Source.JSON_LD, key, property, value);
  }

  /** A value as text: entities and markup undone, the name of an object, the first of a list. */
  private static @Nullable String text(@Nullable Object value, int depth) {
    if (value instanceof String text) {
      return plain(text);
    }
    if (depth < MAX_VALUE_DEPTH && value instanceof List<?> list && !list.isEmpty()) {
      return text(list.get(0), depth + 1);
    }
    if (depth < MAX_VALUE_DEPTH && value instanceof Map<?, ?> node) {
      for (String name : List.of("@value", "name", "alternateName")) {
        if (node.containsKey(name)) {
          return text(node.get(name), depth + 1);
        }
      }
    }
    return null;
  }

  private @Nullable String address(@Nullable Object value) {
    Object at = value;
    for (int depth = 0; depth < MAX_VALUE_DEPTH; depth++) {
      if (at instanceof String text) {
        return text;
      }
      if (at instanceof List<?> list && !list.isEmpty()) {
        at = list.get(0);
      } else if (at instanceof Map<?, ?> node) {
        Map<?, ?> target =
            node.size() == 1 && node.get("@id") instanceof String id && byId.containsKey(id)
                ? byId.get(id)
                : node;
        Object url = target.get("url");
        url = url == null ? target.get("contentUrl") : url;
        at = url == null ? target.get("@id") : url;
      } else {
        return null;
      }
    }
    return null;
  }

  private static String plain(String text) {
    String decoded = text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
    boolean markup = decoded.contains("</") || decoded.contains("<br") || decoded.contains("<p>");
    return markup ? Jsoup.parseBodyFragment(decoded).text() : decoded;
  }

  private static List<String> types(Map<?, ?> node) {
    Object type = node.get("@type");
    List<String> types = new ArrayList<>();
    if (type instanceof List<?> list) {
      for (Object one : list) {
        if (one instanceof String name) {
          types.add(SchemaTerms.localName(name));
        }
      }
    } else if (type instanceof String name) {
      types.addAll(SchemaTerms.types(name));
    }
    return types;
  }
}
