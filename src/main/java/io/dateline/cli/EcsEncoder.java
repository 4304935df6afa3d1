package io.dateline.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import io.dateline.batch.run.ProgramVersion;
import io.dateline.batch.run.Run;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/**
 * Writes each event as one line of JSON in the <a
 * href="https://www.elastic.co/docs/reference/ecs">Elastic Common Schema</a>, by Spring Boot's own
 * encoder. Beside {@link BatchSession} the only class of the command line that names Spring; a
 * command that writes no such log does not load it.
 */
final class EcsEncoder {

  private EcsEncoder() {}

  /** An encoder that has begun; each line names the job and the run. */
  static Encoder<ILoggingEvent> of(LoggerContext context, Run run) {
    // Where the encoder looks for its settings.
    context.putObject(
        Environment.class.getName(),
        new Settings(
            Map.of(
                "spring.application.pid", ProcessHandle.current().pid(),
                "logging.structured.ecs.service.name", "dateline",
                "logging.structured.ecs.service.version", ProgramVersion.get(),
                "logging.structured.json.add.labels.job", run.jobName(),
                "logging.structured.json.add.labels.run", run.folders().name())));
    StructuredLogEncoder encoder = new StructuredLogEncoder();
    encoder.setContext(context);
    encoder.setFormat("ecs");
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.start();
    return encoder;
  }

  /** These settings and no others: what the process's environment says is none of a log's. */
  private static final class Settings extends StandardEnvironment {

    Settings(Map<String, Object> settings) {
      super(sources(settings));
    }

    private static MutablePropertySources sources(Map<String, Object> settings) {
      MutablePropertySources sources = new MutablePropertySources();
      sources.addFirst(new MapPropertySource("log", settings));
      return sources;
    }

    @Override
    protected void customizePropertySources(MutablePropertySources sources) {
      // The constructor has done all there is to do.
    }
  }
}
