package jp.meguri.local.service;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import jp.meguri.local.Refusal;
import jp.meguri.local.Secrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ServiceSettingsTest {

	@TempDir
	Path directory;

	private Addresses addresses;

	private ServiceSettings settings;

	@BeforeEach
	void prepare() throws IOException {
		var listening = new EnumMap<Service, Addresses.Listening>(Service.class);
		for (var service : Service.values()) {
			listening.put(service, new Addresses.Listening(20000 + service.ordinal(), 21000 + service.ordinal()));
		}
		this.addresses = new Addresses(URI.create("http://localhost:8080"), 8081, 25432, "127.0.0.1:29092", 2525,
				this.directory.resolve("clock"), listening);
		this.settings = new ServiceSettings(this.addresses, new Detours(Map.of()),
				Secrets.in(this.directory.resolve("secrets.json")));
	}

	@ParameterizedTest
	@EnumSource
	void everyService_knowsItsDatabaseAndAllIssuers(Service service) {
		assertThat(this.settings.of(service)).containsEntry("meguri.database.name", service.database())
			.containsEntry("meguri.database.app.username", service.database() + "_app")
			.containsEntry("meguri.database.public-read.username", service.database() + "_public_read")
			.containsEntry("meguri.identity.issuers[0].issuer", "http://localhost:8081/nagisa")
			.containsEntry("meguri.identity.issuers[1].jwks-uri", "http://localhost:8081/tsukimi/oauth2/jwks")
			.containsEntry("server.address", "127.0.0.1")
			.containsEntry("meguri.clock.offset-allowed", true);
	}

	@ParameterizedTest
	@EnumSource(names = "GATEWAY", mode = EnumSource.Mode.EXCLUDE)
	void onlyTheGateway_knowsTheClientSecret(Service service) {
		assertThat(this.settings.of(service)).doesNotContainKeys("meguri.session.key",
				"meguri.identity.cities[0].client-secret");
	}

	@Test
	void gateway_knowsTheServicesAndTheProviders() {
		assertThat(this.settings.of(Service.GATEWAY)).containsEntry("meguri.services.goals", "http://127.0.0.1:20001")
			.containsEntry("meguri.identity.cities[1].slug", "tsukimi")
			.containsKey("meguri.session.key");
	}

	@Test
	void detours_leadToWhatIsUsed_andLeaveTheOwnPort() throws IOException {
		var detours = Detours.of(Map.of("MEGURI_DETOURS", "postgres=1111,kafka=2222, goals=3333,smtp=4444"));

		var roundabout = new ServiceSettings(this.addresses, detours,
				Secrets.in(this.directory.resolve("secrets.json")));

		assertThat(roundabout.of(Service.GATEWAY)).containsEntry("meguri.services.goals", "http://127.0.0.1:3333")
			.containsEntry("meguri.services.evaluation", "http://127.0.0.1:20002");
		assertThat(roundabout.of(Service.GOALS)).containsEntry("server.port", 20001)
			.containsEntry("meguri.database.port", 1111)
			.containsEntry("spring.kafka.bootstrap-servers", "127.0.0.1:2222");
		assertThat(roundabout.of(Service.NOTIFICATION)).containsEntry("spring.mail.port", 4444);
		assertThat(detours.kafka(29092)).isEqualTo(2222);
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgres", "postgres=x", "nobody=1", "kafka=0" })
	void detour_thatCannotBeRead_isRefused(String text) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Detours.of(Map.of("MEGURI_DETOURS", text)));
	}

	@Test
	void secrets_areTheSameAtTheNextStart() throws IOException {
		var first = Secrets.in(this.directory.resolve("kept.json")).password("postgres");

		assertThat(Secrets.in(this.directory.resolve("kept.json")).password("postgres")).isEqualTo(first)
			.matches("[A-Za-z0-9_-]{43}");
	}

}
