package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks datapackage.json with the JSON Schema that Frictionless Data itself has published.
 *
 * <p>That of version 2 is in no package of Maven or npm, so it is that of version 1, out of the npm
 * package {@code datapackage}. Version 2 kept its rules for all that stands in ours but for {@code
 * $schema} and {@code type}, which were called {@code profile}; only these two are put back. What
 * version 2 added ({@code version}, {@code dialect}'s new properties) version 1 lets pass
 * unchecked. PublishedPackageTests checks these.
 *
 * <p>Needs npm and its registry; skipped without.
 */
@Tag("long")
@Timeout(300)
class PublishedProfileTests {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  @Test
  void theDescriptorKeepsThePublishedSchemaOfATabularDataPackage() throws Exception {
    Schema profile = profile();
    Path output = folder.resolve("output");
    JobRun.run("--input", "samples=input", "--output", output, "--date", "2020-01-01");

    ObjectNode descriptor = inVersion1(output.resolve("nightly/latest/datapackage.json"));

    assertThat(descriptor.get("resources").size()).isGreaterThan(3);
    assertThat(profile.validate(descriptor)).isEmpty();
    ObjectNode field = (ObjectNode) descriptor.at("/resources/0/schema/fields/0");
    assertThat(profile.validate(with(descriptor, field, "type", "text"))).isNotEmpty();
  }

  private static ObjectNode inVersion1(Path file) throws IOException {
    ObjectNode descriptor = (ObjectNode) JSON.readTree(Files.readString(file));
    descriptor.remove("$schema");
    descriptor.put("profile", "tabular-data-package");
    for (JsonNode resource : descriptor.get("resources")) {
      ((ObjectNode) resource).remove("type");
      ((ObjectNode) resource).put("profile", "tabular-data-resource");
    }
    return descriptor;
  }

  private static ObjectNode with(ObjectNode whole, ObjectNode part, String name, String value) {
    part.put(name, value);
    return whole;
  }

  private Schema profile() throws Exception {
    assumeThat(succeeds("npm", "pack", "datapackage@1.1.10")).as("npm is here").isTrue();
    assertThat(succeeds("tar", "-xzf", "datapackage-1.1.10.tgz")).isTrue();
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
        .getSchema(
            JSON.readTree(
                Files.readString(
                    folder.resolve("package/lib/profiles/tabular-data-package.json"))));
  }

  private boolean succeeds(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log.txt").toFile())
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
