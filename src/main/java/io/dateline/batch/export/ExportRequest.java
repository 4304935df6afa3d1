package io.dateline.batch.export;

import java.nio.file.Path;
import java.util.List;

/**
 * What is asked of an export.
 *
 * @param output output folder of all jobs, absolute
 * @param target where readers find the export, absolute
 * @param filter which articles it holds
 * @param form how it is written
 * @param inputRoots folders of articles, in which no export may lie; they need not exist
 */
public record ExportRequest(
    String jobName,
    Path output,
    Path target,
    ArticleFilter filter,
    ExportForm form,
    List<Path> inputRoots) {

  public ExportRequest {
    inputRoots = List.copyOf(inputRoots);
  }
}
