package jp.meguri.local.manifests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jp.meguri.local.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The compose file is whole. It is parsed only: no image can be pulled.
 */
class ComposeFileTest {

	private static final Path FILE = Path.of("..", "docker-compose.yml");

	@ParameterizedTest
	@EnumSource
	void everyService_runsRestrictedAgainstItsOwnDatabase(Service service) throws IOException {
		var settings = (Map<?, ?>) services().get(service.module());

		assertThat(settings.get("read_only")).isEqualTo(true);
		assertThat(settings.get("cap_drop").toString()).contains("ALL");
		assertThat(((Map<?, ?>) settings.get("environment")).get("MEGURI_DATABASE_NAME")).isEqualTo(service.database());
	}

	@Test
	void dependencies_exist() throws IOException {
		var services = services();

		for (var service : services.values()) {
			if (((Map<?, ?>) service).get("depends_on") instanceof Map<?, ?> dependencies) {
				assertThat(services.keySet())
					.containsAll(dependencies.keySet().stream().map(Object.class::cast).toList());
			}
		}
	}

	@Test
	void mountedFiles_exist_unlessTheBuildMakesThem() throws IOException {
		assertThat(Files.readString(FILE)).contains("db/bootstrap/roles.sql");
		assertThat(Path.of("..", "platform/database/src/main/resources/db/bootstrap/roles.sql")).exists();
	}

	private static Map<Object, Object> services() throws IOException {
		Map<String, Map<Object, Object>> file = new Yaml().load(Files.readString(FILE));
		return file.get("services");
	}

}
