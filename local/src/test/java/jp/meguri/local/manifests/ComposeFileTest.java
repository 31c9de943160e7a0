package jp.meguri.local.manifests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jp.meguri.local.identity.DemoCity;
import jp.meguri.local.identity.DemoPerson;
import jp.meguri.local.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The compose file is whole. It is parsed only: no image can be pulled.
 */
class ComposeFileTest {

	private static final Path FILE = Path.of("..", "docker-compose.yml");

	private static final Path REALMS = Path.of("keycloak");

	@ParameterizedTest
	@EnumSource
	void everyService_runsRestrictedAgainstItsOwnDatabase(Service service) throws IOException {
		var settings = (Map<?, ?>) services().get(service.module());

		assertThat(settings.get("read_only")).isEqualTo(true);
		assertThat(settings.get("cap_drop").toString()).contains("ALL");
		assertThat(((Map<?, ?>) settings.get("environment")).get("MEGURI_DATABASE_NAME")).isEqualTo(service.database());
	}

	@ParameterizedTest
	@EnumSource
	void everyVariable_isReadByTheService(Service service) throws IOException {
		var settings = (Map<?, ?>) services().get(service.module());
		var known = KnownSettings.of(service);

		assertThat(((Map<?, ?>) settings.get("environment")).keySet()).hasSizeGreaterThan(12)
			.allSatisfy((variable) -> assertThat(known.knows(variable.toString())).as(variable.toString()).isTrue());
	}

	@Test
	void realms_knowThePeopleOfTheDemo() throws IOException {
		for (var city : DemoCity.ALL) {
			var realm = JsonMapper.shared().readTree(Files.readString(REALMS.resolve(city.slug() + "-realm.json")));
			assertThat(realm.at("/realm").stringValue()).isEqualTo(city.slug());
			assertThat(realm.at("/users").valueStream().map((user) -> user.at("/username").stringValue()))
				.containsExactlyElementsOf(city.people().stream().map(DemoPerson::login).toList());
			assertThat(realm.at("/clients/0/protocolMappers/0/config/included.custom.audience").stringValue())
				.isEqualTo("meguri-api")
				.isNotEqualTo(realm.at("/clients/0/clientId").stringValue());
		}
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
