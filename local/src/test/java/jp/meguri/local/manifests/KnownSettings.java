package jp.meguri.local.manifests;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.meguri.local.service.Service;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.yaml.snakeyaml.Yaml;

/**
 * What a service reads from outside: the keys of its configuration files and the records
 * its settings are bound to.
 */
final class KnownSettings {

	private static final Path ROOT = Path.of("..");

	/** Read by the JVM, and by Spring Boot before any file. */
	private static final Set<String> OUTSIDE = Set.of("JAVA_TOOL_OPTIONS", "SPRING_PROFILES_ACTIVE");

	private final Set<String> keys = new HashSet<>();

	private KnownSettings() {
	}

	static KnownSettings of(Service service) throws IOException {
		KnownSettings known = new KnownSettings();
		known.addFile(ROOT.resolve(service.module()).resolve("src/main/resources/application.yml"));
		known.addFile(ROOT.resolve("platform/service-web/src/main/resources/meguri-defaults.yml"));
		known.addRecords(List.of(ROOT.resolve(service.module()), ROOT.resolve("platform/database"),
				ROOT.resolve("platform/outbox"), ROOT.resolve("platform/service-web")));
		return known;
	}

	/** Whether the environment variable sets something the service reads. */
	boolean knows(String variable) {
		return OUTSIDE.contains(variable) || this.keys.contains(bare(variable.replaceAll("_[0-9]+(?=_|$)", "")));
	}

	private void addFile(Path file) throws IOException {
		for (Object document : new Yaml().loadAll(Files.readString(file))) {
			add("", document);
		}
	}

	private void add(String prefix, Object value) {
		if (value instanceof Map<?, ?> map) {
			map.forEach((key, below) -> add(prefix + "." + key, below));
		}
		else {
			this.keys.add(bare(prefix));
		}
	}

	private void addRecords(List<Path> modules) throws IOException {
		List<Path> roots = modules.stream().map((module) -> module.resolve("target/classes")).toList();
		URL[] urls = new URL[roots.size()];
		for (int i = 0; i < urls.length; i++) {
			urls[i] = roots.get(i).toUri().toURL();
		}
		try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
			for (Path root : roots) {
				try (Stream<Path> files = Files.walk(root)) {
					for (Path file : files.filter((path) -> path.toString().endsWith("Properties.class")).toList()) {
						addRecord(loader, root.relativize(file).toString());
					}
				}
			}
		}
	}

	private void addRecord(ClassLoader loader, String file) {
		try {
			Class<?> type = loader.loadClass(file.replace(".class", "").replace('/', '.'));
			ConfigurationProperties bound = type.getAnnotation(ConfigurationProperties.class);
			if (bound != null) {
				addComponents(bound.value(), type);
			}
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void addComponents(String prefix, Class<?> type) {
		for (RecordComponent component : type.getRecordComponents()) {
			String key = prefix + "." + component.getName();
			Class<?> of = element(component.getGenericType());
			if (of.isRecord()) {
				addComponents(key, of);
			}
			else {
				this.keys.add(bare(key));
			}
		}
	}

	/** What a list or map holds; everything else is itself. */
	private static Class<?> element(Type type) {
		if (type instanceof ParameterizedType parameterized) {
			Type[] arguments = parameterized.getActualTypeArguments();
			return element(arguments[arguments.length - 1]);
		}
		return (Class<?>) type;
	}

	private static String bare(String name) {
		return name.replaceAll("[._-]", "").toLowerCase(Locale.ROOT);
	}

}
