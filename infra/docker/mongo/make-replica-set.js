// Run by mongosh beside the first member, as often as one likes: makes the replica set, the administrator, and a user for
// each service that has its own database and no other.
const services = ['items', 'windows', 'cases', 'supervision', 'disclosure'];
const variable = (name) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing`);
  return value;
};
const members = ['mongo-1', 'mongo-2', 'mongo-3'].map((host, _id) => ({
  _id,
  host: `${host}:27017`,
}));
const administrator = { user: 'administrator', pwd: variable('MONGODB_ADMIN_PASSWORD') };
const admin = db.getSiblingDB('admin');

// Before the first user exists, a connection from this machine may make one; afterwards everybody signs in.
const isSignedIn = () => {
  try {
    return admin.auth(administrator.user, administrator.pwd).ok === 1;
  } catch (error) {
    if (error.codeName !== 'AuthenticationFailed') throw error;
    return false;
  }
};

if (!isSignedIn()) {
  try {
    rs.initiate({ _id: 'rs0', members });
  } catch (error) {
    if (error.codeName !== 'AlreadyInitialized') throw error;
  }
  while (!db.hello().isWritablePrimary) sleep(200);
  admin.createUser({ ...administrator, roles: ['root'] });
  admin.auth(administrator.user, administrator.pwd);
}

// The first member need not be the primary any more: users are made where writing is done.
const primary = connect(
  `mongodb://${members.map(({ host }) => host).join(',')}/admin?replicaSet=rs0`,
  administrator.user,
  administrator.pwd,
);
for (const service of services) {
  const own = primary.getSiblingDB(service);
  const user = {
    pwd: variable(`${service.toUpperCase()}_MONGODB_PASSWORD`),
    roles: [{ role: 'readWrite', db: service }],
  };
  if (own.getUser(service) === null) own.createUser({ user: service, ...user });
  else own.updateUser(service, user);
}
print('The replica set is there, and a user for each service.');
