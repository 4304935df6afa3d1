package io.dateline.batch.run;

import io.dateline.batch.run.Run.Frozen;
import io.dateline.batch.settings.JobSettings;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run froze, as it stands in the run's row. A run that an older program began lacks settings
 * that came later; it did what their defaults do.
 */
final class FrozenJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private FrozenJson() {}

  static String write(Frozen frozen) {
    return JSON.writeValueAsString(frozen);
  }

  static Frozen read(String json) {
    ObjectNode tree =
        JSON.valueToTree(new Frozen(JobSettings.defaults(), List.of(), "", false, false, 0, false));
    overlay(tree, JSON.readTree(json));
    return JSON.treeToValue(tree, Frozen.class);
  }

  private static void overlay(ObjectNode defaults, JsonNode given) {
    given
        .properties()
        .forEach(
            entry -> {
              JsonNode known = defaults.get(entry.getKey());
              if (known instanceof ObjectNode group && entry.getValue().isObject()) {
                overlay(group, entry.getValue());
              } else {
                defaults.set(entry.getKey(), entry.getValue());
              }
            });
  }
}
