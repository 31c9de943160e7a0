package jp.meguri.local.identity;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.meguri.local.mail.MailFolder;
import jp.meguri.local.mail.MailPages;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The provider as a part of the launcher: it can be started, has a port, can be closed.
 */
public final class Provider implements AutoCloseable {

	private final ServletWebServerApplicationContext context;

	private Provider(ServletWebServerApplicationContext context) {
		this.context = context;
	}

	/**
	 * Starts the provider on the loopback interface.
	 * @param port where, 0 for any
	 * @param home directory that keeps keys
	 * @param secrets what gateway and scripts show
	 * @param publicUrls addresses at which people use Meguri
	 * @param mail what its mail pages show
	 * @return the running provider
	 */
	public static Provider start(int port, Path home, Secrets secrets, List<URI> publicUrls, MailFolder mail) {
		var settings = new ArrayList<String>();
		settings.add("--server.port=" + port);
		settings.add("--meguri.provider.home=" + home);
		settings.add("--meguri.provider.client-secret=" + secrets.client());
		settings.add("--meguri.provider.script-secret=" + secrets.script());
		for (int index = 0; index < publicUrls.size(); index++) {
			settings.add("--meguri.provider.public-urls[" + index + "]=" + publicUrls.get(index));
		}
		ApplicationContextInitializer<GenericApplicationContext> mailFolder = (context) -> context
			.registerBean(MailFolder.class, () -> mail);
		var context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.SERVLET)
			.bannerMode(Banner.Mode.OFF)
			.registerShutdownHook(false)
			.initializers(mailFolder)
			.run(settings.toArray(String[]::new));
		return new Provider((ServletWebServerApplicationContext) context);
	}

	/**
	 * Asks for a token, so that the first person does not wait for what is loaded at the
	 * first one: the gateway's patience with a provider is short.
	 */
	public void warmUp() {
		this.context.getBean(WarmUp.class).run(port());
	}

	public int port() {
		return this.context.getWebServer().getPort();
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * @param client what the gateway shows at the token endpoint
	 * @param script what {@code ./meguri token} shows
	 */
	public record Secrets(String client, String script) {

		@Override
		public String toString() {
			return "Secrets[]";
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ComponentScan(basePackageClasses = { Provider.class, MailPages.class })
	static class Application {

	}

}
