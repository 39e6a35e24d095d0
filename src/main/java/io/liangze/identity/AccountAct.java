package io.liangze.identity;

/** What an administrator may do with an account. */
public enum AccountAct { GRANT, TAKE, UNLOCK, RESET, DISABLE, ENABLE }
