package jp.meguri.gateway.web;

import java.util.stream.Stream;

/**
 * The addresses of the user interface. Anybody may load it; what it shows comes from the
 * API.
 */
public final class UiAddresses {

	/** Pages: all of them are the one page, which reads its address. */
	public static final String[] PAGES = { "/", "/sheets/**", "/results/**", "/plan-sheets", "/plan-sheets/**",
			"/submissions", "/publication", "/plans", "/indicators", "/indicators/**", "/import", "/import/**",
			"/forms", "/setup", "/setup/**", "/notices", "/search" };

	/** Files whose name contains a hash of their content. */
	public static final String ASSETS = "/assets/**";

	/** The few files that have a fixed name. */
	public static final String FILES = "/{file:[a-z0-9-]+\\.(?:svg|png|ico|txt|webmanifest)}";

	public static final String[] ALL = Stream.concat(Stream.of(PAGES), Stream.of(ASSETS, FILES)).toArray(String[]::new);

	private UiAddresses() {
	}

}
