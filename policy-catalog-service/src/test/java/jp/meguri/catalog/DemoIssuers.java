package jp.meguri.catalog;

import java.util.Map;
import jp.meguri.test.TestTokens;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Lets the demo's people sign in at the tests' identity provider.
 */
class DemoIssuers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		String base = TestTokens.issuer("nagisa").replace("/nagisa", "");
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("demo-issuers", Map.of("meguri.demo-issuers", base)));
	}

}
