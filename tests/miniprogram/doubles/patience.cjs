// A busy machine takes its time: what is to appear is waited for longer than one second.
if (typeof document !== 'undefined') require('@testing-library/react/pure').configure({ asyncUtilTimeout: 5000 })
