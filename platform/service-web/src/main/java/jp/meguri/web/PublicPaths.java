package jp.meguri.web;

import java.util.List;

/**
 * Paths anybody may read without signing in; a service that has any declares it as a
 * bean.
 *
 * @param patterns such as {@code /published/**}
 */
public record PublicPaths(List<String> patterns) {

	public PublicPaths {
		patterns = List.copyOf(patterns);
	}

	public static PublicPaths of(String... patterns) {
		return new PublicPaths(List.of(patterns));
	}

}
