package jp.meguri.local.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.meguri.embedded.DatabaseRoles;
import jp.meguri.embedded.EmbeddedBroker;
import jp.meguri.embedded.EmbeddedPostgresServer;
import jp.meguri.local.Home;
import jp.meguri.local.Screen;
import jp.meguri.local.Secrets;
import jp.meguri.local.identity.Provider;
import jp.meguri.local.mail.MailFolder;
import jp.meguri.local.mail.MailSink;
import jp.meguri.local.process.ProcessList;
import jp.meguri.local.service.Service;

/**
 * PostgreSQL, Kafka, the provider and the mail sink of this machine, each at a port that
 * was chosen before, so that all of them start at once.
 */
public final class Infrastructure {

	private final Watched<EmbeddedPostgresServer> postgres;

	private final Watched<EmbeddedBroker> kafka;

	private final CompletableFuture<Void> databases;

	private final CompletableFuture<Void> broker;

	private final CompletableFuture<Provider> provider;

	private final MailSink mail;

	private Infrastructure(Watched<EmbeddedPostgresServer> postgres, Watched<EmbeddedBroker> kafka,
			CompletableFuture<Void> databases, CompletableFuture<Void> broker, CompletableFuture<Provider> provider,
			MailSink mail) {
		this.postgres = postgres;
		this.kafka = kafka;
		this.databases = databases;
		this.broker = broker;
		this.provider = provider;
		this.mail = mail;
	}

	/**
	 * Starts everything, and returns before it is there.
	 * @param postgresPort where PostgreSQL is to listen
	 * @param kafkaPort where Kafka is to listen
	 * @param kafkaAdvertised the port Kafka's clients are told
	 * @param identityPort where the provider is to listen
	 * @param publicUrls addresses at which people use Meguri
	 */
	public static Infrastructure start(Home home, Secrets secrets, ProcessList list, Screen screen, int postgresPort,
			int kafkaPort, int kafkaAdvertised, int identityPort, List<URI> publicUrls) {
		System.setProperty("meguri.broker.home", home.project().resolve("platform/broker/target/broker").toString());
		var folder = new MailFolder(home.mail(), Clock.systemUTC());
		var mail = MailSink.start(folder);
		var password = secrets.password("postgres");
		var postgres = new Watched<EmbeddedPostgresServer>("PostgreSQL",
				() -> EmbeddedPostgresServer.start(home.postgres(), postgresPort, password),
				EmbeddedPostgresServer::pid, EmbeddedPostgresServer::stop, list, screen);
		var kafka = new Watched<EmbeddedBroker>("Kafka",
				() -> EmbeddedBroker.start(home.data().resolve("kafka"), kafkaPort, kafkaAdvertised),
				EmbeddedBroker::pid, EmbeddedBroker::stop, list, screen);
		var databases = CompletableFuture.runAsync(() -> {
			prepare(postgres.start(), home, secrets);
			screen.done("PostgreSQL", "127.0.0.1:" + postgresPort);
		});
		var broker = CompletableFuture.runAsync(() -> {
			kafka.start();
			screen.done("Kafka", "127.0.0.1:" + kafkaPort);
		});
		var provider = CompletableFuture.supplyAsync(() -> {
			var started = Provider.start(identityPort, home.data(),
					new Provider.Secrets(secrets.password("gateway_client"), secrets.password("script")), publicUrls,
					folder);
			started.warmUp();
			screen.done("認証 / identity provider", "http://localhost:" + identityPort);
			return started;
		});
		return new Infrastructure(postgres, kafka, databases, broker, provider, mail);
	}

	private static void prepare(EmbeddedPostgresServer postgres, Home home, Secrets secrets) {
		try {
			var roles = Files
				.readString(home.project().resolve("platform/database/src/main/resources/db/bootstrap/roles.sql"));
			for (var service : Service.values()) {
				var database = service.database();
				postgres.bootstrap(DatabaseRoles.with(database, (role) -> secrets.password(database + "_" + role)),
						roles);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public int smtpPort() {
		return this.mail.port();
	}

	/** Services need their databases to start, and nothing else. */
	public CompletableFuture<Void> databases() {
		return this.databases;
	}

	public CompletableFuture<Void> everything() {
		return CompletableFuture.allOf(this.databases, this.broker, this.provider);
	}

	/** From now on nothing is started again. */
	public void leaveAsIs() {
		this.kafka.leaveAsIs();
		this.postgres.leaveAsIs();
	}

	/** Ends what was started, also what is still starting. */
	public void stop() {
		this.provider.thenAccept(Provider::close).exceptionally((failure) -> null).join();
		this.broker.exceptionally((failure) -> null).join();
		this.kafka.stop();
		this.databases.exceptionally((failure) -> null).join();
		this.postgres.stop();
		this.mail.close();
	}

}
