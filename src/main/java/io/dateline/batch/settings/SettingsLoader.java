package io.dateline.batch.settings;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Puts a job's settings together: defaults, then the job file, then {@code DATELINE_*} variables.
 *
 * <p>Unknown keys and bad values are errors, since a mistyped limit that is silently ignored is
 * worse than a run that does not start.
 */
public final class SettingsLoader {

  /** Longest value that a message repeats, in UTF-16 code units. */
  private static final int MAX_SHOWN = 250;

  private static final String PREFIX = "DATELINE_";

  /** Variable of the database's password, which stands in no file and no message. */
  public static final String PASSWORD_VARIABLE = "DATELINE_DATABASE_PASSWORD";

  /** Variable of what proves to a webhook that it is this program which calls. */
  public static final String WEBHOOK_TOKEN_VARIABLE = "DATELINE_WEBHOOK_TOKEN";

  /** Variable of the user that a broker knows; no job has one. */
  public static final String BROKER_USER_VARIABLE = "DATELINE_BROKER_USER";

  /** Variable of the broker's password, which stands in no file and no message. */
  public static final String BROKER_PASSWORD_VARIABLE = "DATELINE_BROKER_PASSWORD";

  /** Variables of the launcher and secrets, which are no settings of a job. */
  private static final Set<String> OTHER_VARIABLES =
      Set.of(
          "DATELINE_JAVA_OPTS",
          "DATELINE_HOME",
          PASSWORD_VARIABLE,
          WEBHOOK_TOKEN_VARIABLE,
          BROKER_USER_VARIABLE,
          BROKER_PASSWORD_VARIABLE);

  static final YAMLMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // 1.5 bytes is a mistake, not one byte.
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private final Map<String, String> environment;

  /** A loader that sees these environment variables. */
  public SettingsLoader(Map<String, String> environment) {
    this.environment = new TreeMap<>(environment);
  }

  /**
   * Reads a job file.
   *
   * @throws SettingsException if it cannot be read, holds an unknown key or a bad value
   */
  public JobSettings load(Path jobFile) {
    ObjectNode tree = YAML.valueToTree(JobSettings.defaults());
    JobFileLayers layers = merge(tree, jobFile);
    Map<String, String> fromEnvironment = applyEnvironment(tree);
    UnaryOperator<String> origin =
        key -> {
          String variable = fromEnvironment.get(setting(key));
          return variable == null
              ? "the job file " + layers.origin(setting(key))
              : "the environment variable " + variable;
        };
    return check(bind(tree, origin), origin);
  }

  /**
   * The output folder of a job alone, as {@link JobSettings#output} says it, without the time that
   * checking all values takes.
   *
   * @param jobFile null for the default
   * @throws SettingsException if the job file cannot be read or holds an unknown key
   */
  public String output(@Nullable Path jobFile) {
    ObjectNode tree = YAML.valueToTree(JobSettings.defaults());
    if (jobFile != null) {
      merge(tree, jobFile);
    }
    applyEnvironment(tree);
    return tree.path("output").asString("");
  }

  /**
   * Name of the job whose archive a job works on, as {@link JobSettings#archive} says it; empty for
   * its own.
   *
   * @throws SettingsException if the job file cannot be read
   */
  public static String archive(Path jobFile) {
    return JobFileLayers.of(jobFile).archive();
  }

  private static JobFileLayers merge(ObjectNode tree, Path jobFile) {
    JobFileLayers layers = JobFileLayers.of(jobFile);
    layers
        .layers()
        .forEach(layer -> SettingsMerge.into(tree, layer.settings(), layer.file().toString()));
    return layers;
  }

  /** Applies the variables and says which key each of them set. */
  private Map<String, String> applyEnvironment(ObjectNode tree) {
    Map<String, String> applied = new HashMap<>();
    Map<String, String> keys = new LinkedHashMap<>();
    collectKeys(tree, "", keys);
    environment.forEach(
        (variable, value) -> {
          if (!variable.startsWith(PREFIX) || OTHER_VARIABLES.contains(variable)) {
            return;
          }
          String key = keys.get(variable);
          if (key == null) {
            throw new SettingsException(
                "The environment variable "
                    + variable
                    + " names no setting; allowed: "
                    + String.join(", ", keys.keySet())
                    + ".");
          }
          ObjectNode given = YAML.createObjectNode();
          ObjectNode at = given;
          String[] path = key.split("\\.", 10);
          for (int i = 0; i < path.length - 1; i++) {
            at = at.putObject(path[i]);
          }
          at.set(path[path.length - 1], parse(variable, value));
          SettingsMerge.into(tree, given, "the environment variable " + variable);
          applied.put(key, variable);
        });
    return applied;
  }

  private static JsonNode parse(String variable, String value) {
    try {
      return YAML.readTree(value);
    } catch (JacksonException e) {
      throw new SettingsException("The environment variable " + variable + " is no valid YAML.");
    }
  }

  private static void collectKeys(ObjectNode node, String prefix, Map<String, String> keys) {
    node.properties()
        .forEach(
            entry -> {
              String key = prefix + entry.getKey();
              if (key.equals(JobFileLayers.ARCHIVE)) {
                // It says which files are read in the first place.
                return;
              }
              if (entry.getValue() instanceof ObjectNode group) {
                collectKeys(group, key + ".", keys);
              } else {
                keys.put(
                    PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'), key);
              }
            });
  }

  private static JobSettings bind(ObjectNode tree, UnaryOperator<String> origin) {
    try {
      return YAML.treeToValue(tree, JobSettings.class);
    } catch (DatabindException e) {
      String key =
          e.getPath().stream()
              .map(
                  p ->
                      p.getPropertyName() == null
                          ? "[" + p.getIndex() + "]"
                          : "." + p.getPropertyName())
              .collect(Collectors.joining())
              .replaceFirst("^\\.", "");
      throw new SettingsException(
          "The setting `"
              + key
              + "` of "
              + origin.apply(key)
              + " has the bad value `"
              + tree.at("/" + key.replace("[", ".").replace("]", "").replace('.', '/')).asString("")
              + "`: "
              + expected(e)
              + ".");
    }
  }

  /** The setting that a value is, or that it is an element of: {@code a.list[2].name}. */
  private static String setting(String key) {
    int element = key.indexOf('[');
    return element < 0 ? key : key.substring(0, element);
  }

  /** What would have been right, without the parser's own words for it. */
  private static String expected(DatabindException e) {
    Class<?> type =
        e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    if (type != null && type.isEnum()) {
      return "allowed are "
          + Arrays.stream(type.getEnumConstants())
              .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
    }
    if (type == int.class || type == long.class) {
      return "a whole number is needed";
    }
    return type == boolean.class ? "allowed are true and false" : "it has the wrong form";
  }

  private static JobSettings check(JobSettings settings, UnaryOperator<String> origin) {
    Rules.VALIDATOR.validate(settings).stream()
        .min(Comparator.comparing(v -> v.getPropertyPath().toString()))
        .ifPresent(
            violation -> {
              throw new SettingsException(describe(violation, origin));
            });
    RecordSettings.Conflict conflict = settings.records().conflict();
    if (conflict != null) {
      throw new SettingsException(describe(conflict, origin));
    }
    return settings;
  }

  private static String describe(RecordSettings.Conflict conflict, UnaryOperator<String> origin) {
    String first = "records." + conflict.first();
    String second = "records." + conflict.second();
    return "The settings `"
        + first
        + "` of "
        + origin.apply(first)
        + " and `"
        + second
        + "` of "
        + origin.apply(second)
        + " both have the name `"
        + shown(conflict.name())
        + "`, but a field means one thing.";
  }

  /** Made when first used: {@code --help} and {@code status} check nothing. */
  private static final class Rules {

    static final Validator VALIDATOR =
        Validation.byDefaultProvider()
            .configure()
            .ignoreXmlConfiguration()
            // The default interpolator wants an expression language that nothing here uses.
            .messageInterpolator(new ParameterMessageInterpolator(Set.of(), Locale.ROOT, false))
            .buildValidatorFactory()
            .getValidator();
  }

  private static boolean isAddress(ConstraintViolation<JobSettings> violation) {
    return violation.getConstraintDescriptor().getAnnotation() instanceof Written written
        && written.value() == Form.WEB_ADDRESS;
  }

  /** A value as a sentence can hold it. */
  private static String shown(Object value) {
    String text = String.valueOf(value);
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
  }

  private static String describe(
      ConstraintViolation<JobSettings> violation, UnaryOperator<String> origin) {
    String path = violation.getPropertyPath().toString().replace(".<list element>", "");
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (Character.isUpperCase(c)) {
        key.append('-').append(Character.toLowerCase(c));
      } else {
        key.append(c);
      }
    }
    return "The setting `"
        + key
        + "` of "
        + origin.apply(key.toString())
        // An address may hold a secret, and messages end in mails and logs.
        + (isAddress(violation) ? " " : " is " + shown(violation.getInvalidValue()) + ", but ")
        + violation.getMessage()
        + ".";
  }
}
