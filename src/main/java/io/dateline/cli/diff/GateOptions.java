package io.dateline.cli.diff;

import io.dateline.diff.FieldChoice;
import io.dateline.diff.GateLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What may have changed, as the command line says it. */
public final class GateOptions {

  @Option(
      names = "--max-emptied",
      paramLabel = "[FIELD=]SHARE",
      description =
          "Gate: largest share, as 0.1%%, of the articles that had a field and have it "
              + "no more; of each field, or of one. May be repeated. Broken: exit code 65.")
  private @Nullable List<String> maxEmptied;

  @Option(
      names = "--max-changed",
      paramLabel = "[FIELD=]SHARE",
      description =
          "Gate: largest share of the compared articles in which a field is filled "
              + "otherwise; of each field, or of one. May be repeated.")
  private @Nullable List<String> maxChanged;

  @Option(
      names = "--max-vanished",
      paramLabel = "SHARE",
      description = "Gate: largest share of the old articles that are there no more.")
  private @Nullable String maxVanished;

  /**
   * The limits.
   *
   * @param fields those that are compared
   * @throws ParameterException if one cannot be read, or is about a field that is not compared
   */
  public List<GateLimit> limits(List<String> fields, CommandSpec spec) {
    List<GateLimit> limits = new ArrayList<>();
    add(limits, GateLimit.Kind.MAX_EMPTIED, maxEmptied, fields, spec);
    add(limits, GateLimit.Kind.MAX_CHANGED, maxChanged, fields, spec);
    add(
        limits,
        GateLimit.Kind.MAX_VANISHED,
        maxVanished == null ? null : List.of(maxVanished),
        fields,
        spec);
    return limits;
  }

  private static void add(
      List<GateLimit> limits,
      GateLimit.Kind kind,
      @Nullable List<String> texts,
      List<String> fields,
      CommandSpec spec) {
    if (texts == null) {
      return;
    }
    for (String text : texts) {
      GateLimit limit;
      try {
        limit = GateLimit.of(kind, text);
      } catch (IllegalArgumentException e) {
        throw new ParameterException(
            spec.commandLine(), kind.option() + " " + text + ": " + e.getMessage(), e);
      }
      String field = limit.field();
      if (field != null && !fields.contains(field)) {
        throw new ParameterException(
            spec.commandLine(),
            kind.option()
                + " "
                + text
                + ": "
                + field
                + " is not compared"
                + (FieldChoice.usual().contains(field) ? "" : "; add --fields +" + field));
      }
      if (limits.stream().anyMatch(l -> l.kind() == kind && Objects.equals(l.field(), field))) {
        throw new ParameterException(
            spec.commandLine(), kind.option() + " says twice what is allowed: " + text);
      }
      limits.add(limit);
    }
  }
}
