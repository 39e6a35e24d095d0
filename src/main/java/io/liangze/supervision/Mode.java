package io.liangze.supervision;

/** How a subject is supervised (督导方式). */
public enum Mode {
    /** 现场督导 */ ONSITE,
    /** 非现场督导: by video, meeting or collective report; items that need the eye are left out */ REMOTE,
    /** 集中督导: several subjects of one spot or street together */ GATHERED
}
