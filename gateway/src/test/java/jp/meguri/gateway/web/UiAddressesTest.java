package jp.meguri.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

class UiAddressesTest {

	private static final Path ROUTES = Path.of("../ui/src/app/routes.tsx");

	private static final Pattern ROUTE = Pattern.compile("path: '(/[^']*)'");

	@Test
	void pages_areTheRoutesOfTheUserInterface() throws IOException {
		List<String> routes = ROUTE.matcher(Files.readString(ROUTES))
			.results()
			.map((MatchResult found) -> found.group(1))
			.toList();

		assertThat(routes).hasSizeGreaterThan(10).allMatch(UiAddressesTest::isServed);
	}

	private static boolean isServed(String route) {
		PathContainer address = PathContainer.parsePath(route.replaceAll(":[A-Za-z]+", "1"));
		return Arrays.stream(UiAddresses.PAGES)
			.map(PathPatternParser.defaultInstance::parse)
			.anyMatch((page) -> page.matches(address));
	}

}
