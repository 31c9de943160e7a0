/**
 * The five services as the launcher runs them: their addresses, settings and processes.
 */
@NullMarked
package jp.meguri.local.service;

import org.jspecify.annotations.NullMarked;
