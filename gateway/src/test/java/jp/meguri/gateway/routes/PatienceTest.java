package jp.meguri.gateway.routes;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import jp.meguri.database.DatabaseProperties;
import jp.meguri.gateway.edge.EdgeProperties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.FileSystemResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever waits for somebody waits longer than that one: else the inner work goes on for
 * nobody, and a retry comes on top. Read from the settings as they are delivered.
 */
class PatienceTest {

	private static final String CLIENT = "spring.cloud.gateway.server.webflux.httpclient.";

	private final Binder gateway = settings(Path.of("src/main/resources/application.yml"));

	private final Binder service = settings(Path.of("../platform/service-web/src/main/resources/meguri-defaults.yml"));

	private final ServiceProperties services = bound(this.gateway, "meguri.services", ServiceProperties.class);

	private final EdgeProperties edge = bound(this.gateway, "meguri.gateway", EdgeProperties.class);

	private final DatabaseProperties database = bound(this.service, "meguri.database", DatabaseProperties.class);

	@Test
	void theGateway_waitsLongerThanTheService_andThatLongerThanTheDatabase() {
		assertThat(this.services.patience()).isEqualTo(duration(this.gateway, CLIENT + "response-timeout"))
			.isGreaterThan(duration(this.service, "meguri.requests.patience"));
		assertThat(duration(this.service, "meguri.requests.patience"))
			.isGreaterThan(this.database.transactionTimeout());
		assertThat(this.database.transactionTimeout()).isGreaterThan(this.database.statementTimeout())
			.isGreaterThan(this.database.acquireTimeout());
	}

	@Test
	void anUpload_arrives_isRead_andIsWaitedFor_inThisOrder() {
		assertThat(this.services.importPatience())
			.isGreaterThan(duration(this.service, "meguri.requests.upload-patience"));
		assertThat(duration(this.service, "meguri.requests.upload-patience")).isGreaterThan(this.edge.importTime());
		assertThat(this.services.patience()).isGreaterThan(this.edge.textTime());
	}

	@Test
	void connectionsToServices_areFound_orGivenUp_beforeTheAnswerIs() {
		assertThat(Duration.ofMillis(number(this.gateway, CLIENT + "connect-timeout")
				+ number(this.gateway, CLIENT + "pool.acquire-timeout")))
			.isLessThan(this.services.patience());
		assertThat(duration(this.gateway, CLIENT + "pool.max-idle-time"))
			.isLessThan(duration(this.service, "server.netty.idle-timeout"));
		assertThat(duration(this.gateway, CLIENT + "pool.max-life-time")).isPositive();
	}

	@Test
	void everyQueue_hasAnEnd() {
		var streams = bound(this.gateway, "meguri.gateway.stream", StreamProperties.class);
		assertThat(streams.perPerson()).isEqualTo(5);
		assertThat(number(this.gateway, CLIENT + "pool.max-connections") + streams.most())
			.isLessThan(number(this.service, "meguri.connections.most"));
		assertThat(this.edge.atOnce() + streams.most()).isLessThan(number(this.gateway, "meguri.connections.most"));
		assertThat(this.database.poolQueue()).isBetween(number(this.service, "meguri.requests.most"), 1000);
		assertThat(number(this.gateway, "server.netty.max-keep-alive-requests")).isPositive();
		assertThat(number(this.service, "server.netty.max-keep-alive-requests")).isPositive();
	}

	@Test
	void slowHeadsAndIdleConnections_endWithinFifteenSeconds() {
		assertThat(duration(this.gateway, "server.netty.idle-timeout")).isLessThanOrEqualTo(Duration.ofSeconds(15));
		assertThat(this.edge.textTime()).isLessThanOrEqualTo(Duration.ofSeconds(15));
		assertThat(bound(this.gateway, "meguri.gateway.stream", StreamProperties.class).life())
			.isLessThanOrEqualTo(Duration.ofSeconds(60));
	}

	private static <T> T bound(Binder settings, String prefix, Class<T> type) {
		return settings.bindOrCreate(prefix, type);
	}

	private static Duration duration(Binder settings, String name) {
		return settings.bind(name, Duration.class).get();
	}

	private static int number(Binder settings, String name) {
		return settings.bind(name, Integer.class).get();
	}

	private static Binder settings(Path file) {
		try {
			var sources = new MutablePropertySources();
			new YamlPropertySourceLoader().load(file.toString(), new FileSystemResource(file))
				.forEach(sources::addLast);
			sources.addLast(new MapPropertySource("a service's own", Map.of("meguri.database.name", "any")));
			return new Binder(ConfigurationPropertySources.from(sources));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
