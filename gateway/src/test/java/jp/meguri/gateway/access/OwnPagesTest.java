package jp.meguri.gateway.access;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import jp.meguri.gateway.edge.EdgeProperties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class OwnPagesTest {

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			-,                     -,           true
			http://localhost:8080, -,           true
			http://localhost:8081, -,           false
			https://evil.example,  -,           false
			null,                  -,           false
			null,                  same-origin, true
			-,                     same-site,   false
			http://localhost:8080, cross-site,  false
			-,                     none,        false
			::,                    -,           false
			""")
	void aPageOfOurs_isKnownByOriginOrFetchSite(@Nullable String origin, @Nullable String site, boolean ours) {
		var request = MockServerHttpRequest.post("http://localhost:8080/api/x").header("Host", "localhost:8080");
		if (origin != null) {
			request.header("Origin", origin);
		}
		if (site != null) {
			request.header("Sec-Fetch-Site", site);
		}
		assertThat(new OwnPages(settings(null)).sent(request.build())).isEqualTo(ours);
	}

	@ParameterizedTest
	@CsvSource({ "https://meguri.example.jp,true", "https://other.example.jp,false", "http://gateway:8080,false" })
	void behindAProxy_thePublicAddressCounts(String origin, boolean ours) {
		var request = MockServerHttpRequest.post("http://gateway:8080/api/x")
			.header("Host", "gateway:8080")
			.header("Origin", origin)
			.build();
		var settings = settings(URI.create("https://meguri.example.jp"));
		assertThat(new OwnPages(settings).sent(request)).isEqualTo(ours);
	}

	private static EdgeProperties settings(@Nullable URI publicUrl) {
		return new EdgeProperties(publicUrl, Set.of("localhost"), DataSize.ofMegabytes(5), DataSize.ofMegabytes(20), 50,
				200, 200, 1000, 400, Duration.ofSeconds(8), Duration.ofSeconds(50));
	}

}
