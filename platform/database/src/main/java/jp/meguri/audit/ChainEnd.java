package jp.meguri.audit;

/**
 * The last sealed entry of a city.
 */
record ChainEnd(long number, byte[] hash) {

	static final ChainEnd START = new ChainEnd(0, new byte[32]);

	ChainEnd after(StoredEntry entry) {
		return new ChainEnd(this.number + 1, entry.hashAfter(this.hash, this.number + 1));
	}

}
