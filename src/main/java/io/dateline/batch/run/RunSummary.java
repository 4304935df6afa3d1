package io.dateline.batch.run;

import io.dateline.batch.run.Run.PlanSummary;
import io.dateline.batch.settings.SelectSettings;
import io.dateline.summary.QualityDrop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run did: {@code run.json}, and what {@code --json} prints.
 *
 * <p>{@code entries = articles + rejections + ignored}.
 */
public record RunSummary(
    String job,
    long run,
    String runDate,
    String state,
    String programVersion,
    String extractorVersion,
    String configSha256,
    String javaVersion,
    String startedAt,
    String finishedAt,
    double seconds,
    int resumed,
    boolean full,
    long limit,
    boolean keepOld,
    @Nullable SelectSettings select,
    List<Run.Root> input,
    @Nullable String folder,
    @Nullable String manifestSha256,
    long entries,
    long articles,
    long rejections,
    long ignored,
    long quotes,
    long unchanged,
    long hashed,
    long known,
    long gone,
    long removed,
    long kept,
    long rescued,
    long articlesOfOlderExtractors,
    Map<String, Long> rejectionsByReason,
    Map<String, Long> ignoredByKind,
    Map<String, JoinedFile> files,
    Map<String, Long> filled,
    List<QualityDrop> quality,
    List<String> gates) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private static final JavaType FILES =
      JSON.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, JoinedFile.class);

  public static PlanSummary planned(Run run) {
    return Objects.requireNonNull(run.plan(), "the run was planned");
  }

  public static RunSummary of(
      Run run,
      RunCounts counts,
      Map<String, Long> reasons,
      Map<String, JoinedFile> files,
      long olderArticles,
      Map<String, Long> filled,
      List<QualityDrop> quality) {
    PlanSummary plan = planned(run);
    IgnoredKinds byWalk = new IgnoredKinds(plan.ignored());
    IgnoredKinds ignored = byWalk.plus(counts.ignored());
    String finished = Objects.requireNonNullElse(run.finishedAt(), Instant.now().toString());
    boolean published = !plan.isEmpty();
    return new RunSummary(
        run.jobName(),
        run.runNumber(),
        run.runDate(),
        stateOf(run, published).name(),
        ProgramVersion.get(),
        run.extractorVersion(),
        run.configSha256(),
        Runtime.version().toString(),
        run.startedAt(),
        finished,
        Duration.between(Instant.parse(run.startedAt()), Instant.parse(finished)).toMillis()
            / 1000.0,
        run.resumedCount(),
        run.frozen().full(),
        run.frozen().limit(),
        run.frozen().keepOld(),
        run.isSelective() ? run.frozen().settings().select() : null,
        run.frozen().roots(),
        published ? run.folders().published().toString() : null,
        plan.manifestSha256(),
        counts.entries() + byWalk.total(),
        counts.articles(),
        counts.rejections(),
        ignored.total(),
        counts.quotes(),
        plan.unchanged(),
        plan.hashed(),
        plan.known(),
        plan.gone(),
        plan.removed(),
        counts.kept(),
        Objects.requireNonNullElse(run.rescued(), 0L),
        olderArticles,
        reasons,
        ignored.counts(),
        new LinkedHashMap<>(files),
        filled,
        quality,
        gates(run, quality));
  }

  private static List<String> gates(Run run, List<QualityDrop> quality) {
    List<String> gates = new ArrayList<>(planned(run).gates());
    if (!quality.isEmpty() && run.frozen().settings().quality().gate()) {
      gates.add(QualityDrop.GATE);
    }
    return gates;
  }

  private static Run.State stateOf(Run run, boolean published) {
    if (!published) {
      return Run.State.NOTHING_NEW;
    }
    return run.isTrial() ? Run.State.TRIAL : Run.State.PUBLISHED;
  }

  /** The files of a published run, as its run.json lists them. */
  public static Map<String, JoinedFile> publishedFiles(Run run) {
    Path json = run.folders().published().resolve(RunFolders.RUN_JSON);
    if (run.state() != Run.State.PUBLISHED && run.state() != Run.State.TRIAL) {
      return Map.of();
    }
    try {
      return JSON.treeToValue(JSON.readTree(Files.readString(json)).get("files"), FILES);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + json, e);
    }
  }

  /** The summary as one JSON object, with more that only some runs have to say. */
  public String toJson(Map<String, Object> more) {
    ObjectNode json = JSON.valueToTree(this);
    more.forEach((name, value) -> json.set(name, JSON.valueToTree(value)));
    return JSON.writeValueAsString(json) + "\n";
  }

  /** The summary as one JSON object. */
  public String toJson() {
    return JSON.writeValueAsString(this) + "\n";
  }
}
